# One image for the server, the widget it serves and the command line.
# docker build -t okaeri . && docker run -p 4100:4100 -v okaeri:/data -e SECRET_KEY=… okaeri

FROM node:24-slim AS build
WORKDIR /okaeri
COPY . .
RUN npx -y pnpm install --frozen-lockfile && npx -y pnpm build

FROM node:24-slim AS modules
WORKDIR /okaeri
COPY . .
RUN npx -y pnpm install --frozen-lockfile --prod

FROM node:24-slim
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/okaeri.db \
    PORT=4100 \
    NODE_COMPILE_CACHE=/tmp/okaeri
WORKDIR /okaeri
COPY --from=modules /okaeri ./
COPY --from=build /okaeri/widget/dist ./widget/dist
COPY --from=build /okaeri/admin/dist ./admin/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4100
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the process that is asked to stop: it answers what is under way and then ends.
CMD ["node", "server/src/main.ts"]
