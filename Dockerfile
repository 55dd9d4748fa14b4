# The bot, as built for running: docker build -t dondoc .   (compose.yaml shows how to run it)

FROM node:24-bookworm-slim AS build
WORKDIR /app
# Dependencies first: this layer stays as long as they do. What the installation makes itself needs the sources.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY prisma.config.ts tsconfig.json ./
COPY prisma ./prisma
COPY scripts ./scripts
COPY src ./src
RUN npm run postinstall && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# A named volume mounted at /data takes its owner from here.
RUN mkdir /data && chown node:node /data
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY locales ./locales
COPY prisma ./prisma
USER node
VOLUME /data
EXPOSE 3000
# The start waits for Telegram; a first start also makes the database.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Exec form: SIGTERM reaches Node itself, which ends in order within ten seconds.
CMD ["node", "dist/main.js"]
