# GraphiQL, Prisma's generated types, and what the server needs of the packages.
FROM node:24-bookworm-slim AS build
WORKDIR /app
# The packages are a layer of their own: it is built again only when they change, not with every change of the code.
COPY package.json package-lock.json ./
COPY examples/web/package.json examples/web/
# The image brings its own Node.
RUN npm ci --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node node_modules/.bin/node
COPY . .
# Prisma has generated what it is for.
RUN npm run prepare \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/prisma node_modules/@prisma node_modules/effect node_modules/@typescript node_modules/node node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/prisma prisma
COPY --from=build /app/dist/graphiql dist/graphiql
COPY package.json ./
COPY src src
COPY examples examples
# For the demo data, where no DATABASE_URL is given.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
