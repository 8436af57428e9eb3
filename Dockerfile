# The local region, for tests in a container; and the editor behind a proxy: `open --no-open --allow-host … --allow-origin …` (docs/proxy.md).
# It listens on 127.0.0.1 alone: run it with --network host, or in the network of the container that uses it, or of the proxy.
FROM node:22-slim AS build
WORKDIR /stepwire
COPY . .
RUN npm ci && npm run build

FROM node:22-slim
WORKDIR /stepwire
COPY --from=build /stepwire/dist dist
COPY --from=build /stepwire/package.json /stepwire/LICENSE ./
RUN mkdir /state && chown node:node /state
USER node
VOLUME /state
ENV STEPWIRE_STATE=/state
ENTRYPOINT ["node", "/stepwire/dist/stepwire.js"]
CMD ["local-region", "--state", "/state"]
