FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src/ src/
COPY web/ web/
COPY examples/queries/ examples/queries/
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
WORKDIR /app
ENV HOST=0.0.0.0 \
    PORT=4000 \
    RESEARCH_GRAPH_HOME=/home/node/research-graph
COPY LICENSE package.json schema.graphql ./
COPY cypher/ cypher/
COPY demo/ demo/
COPY neo4j/ neo4j/
COPY sql/ sql/
COPY --from=build /app/node_modules/ node_modules/
COPY --from=build /app/dist/ dist/
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz', { signal: AbortSignal.timeout(4000) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As `npm start`, whose signals npm would take.
CMD ["node", "--max-semi-space-size=64", "--heap-growing-percent=70", "dist/main.js", "serve"]
