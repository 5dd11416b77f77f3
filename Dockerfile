# One image for the API, the worker, the relay and the migration; the command says which.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund
COPY . .
RUN npx nest build && node dist/src/bundle.js && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
# As src/service/supervised.ts has it: a process of ours lives well on this, and Node would take what the machine has.
ENV NODE_OPTIONS="--max-semi-space-size=16 --max-old-space-size=256"
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/package.json package.json
RUN mkdir /data && chown node:node /data
USER node
CMD ["node", "dist/src/main.js"]
