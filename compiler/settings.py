"""The project file, clientarea.yaml, typed: tool settings and publishing targets."""

import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveInt,
    WithJsonSchema,
)

from compiler.base.file_scheme import scheme_fault
from compiler.base.gate import Gate
from compiler.model.record import (
    Form,
    JsonObject,
    LocaleTag,
    Name,
    OneLine,
    Record,
    SecretReference,
    Url,
)

_UNITS = {"": 1, "B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3}


def _size(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?([KMG]?B)?", value)
    if match is None:
        raise ValueError("must be a size such as `150 KB` or `5 MB`")
    return int(float(match[1]) * _UNITS[match[2] or ""])


ByteSize = Annotated[
    PositiveInt,
    BeforeValidator(_size),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "exclusiveMinimum": 0,
            "pattern": r"^(?=[^A-Z]*[1-9])[0-9]+(\.[0-9]+)?( ?[KMG]?B)?$",
            "patternErrorMessage": "must be a size such as `150 KB` or `5 MB`",
        }
    ),
]
"""A size in bytes, written ``150 KB`` (1 KB = 1,000 bytes)."""


def _gate(value: object) -> object:
    if isinstance(value, str) and value in list(Gate):
        return Gate(value)
    return value


GateName = Annotated[Gate, BeforeValidator(_gate)]


class HookSettings(Record):
    """A function that gives a translating function: which of its arguments say what, from 0."""

    namespace: NonNegativeInt | None = Field(None, description="Its argument with a namespace.")
    prefix: NonNegativeInt | None = Field(None, description="Its argument with a prefix of labels.")
    options: NonNegativeInt | None = Field(
        None, description="Its argument with an object that may have `keyPrefix`."
    )


class CodeSource(Record):
    """Where keys of a namespace are used in code."""

    files: list[OneLine] = Field(examples=[["../portal/src/**/*.ts"]])
    functions: list[OneLine] = Field(examples=[["t", "i18n.t"]])
    namespace: Name = Field(examples=["portal"])
    fallbacks: list[Name] = Field(
        default_factory=list,
        examples=[["common"]],
        description="Namespaces that are asked where the key is not in its own.",
    )
    hooks: dict[OneLine, HookSettings] = Field(
        default_factory=dict,
        examples=[{"useCopy": {"namespace": 0, "prefix": 1}}],
        description="Hooks beside those that are known, such as `useTranslation`.",
    )
    components: dict[OneLine, OneLine] = Field(
        default_factory=dict,
        examples=[{"Copy": "textKey"}],
        description="Components beside those that are known, and their attribute with the key.",
    )


TypesFor = Literal["typescript", "i18next", "formatjs", "python"]
TypesPath = Annotated[
    OneLine, Form(r"[^\r\n*?{}\\]+\.(d\.ts|d\.mts|ts|pyi)", "must end in `.d.ts`, `.ts` or `.pyi`")
]


class TypesFile(Record):
    """A file with typed keys, for those who compile against it."""

    file: TypesPath = Field(examples=["../portal/src/strings.d.ts"])
    target: TypesFor = Field(alias="for", description="Whose types they are.")
    namespaces: list[Name] | None = Field(
        None,
        min_length=1,
        description="Absent: all. Keys of the first need no namespace before them.",
    )


class Budgets(Record):
    """Largest sizes in bytes."""

    banner: ByteSize = 150_000
    document: ByteSize = 5_000_000
    bundle: ByteSize = 100_000


def _scheme(value: str) -> str:
    fault = scheme_fault(value)
    if fault is not None:
        raise ValueError(fault)
    return value


FileScheme = Annotated[str, AfterValidator(_scheme)]
"""What file names look like: ``<Category>-<Year>-<Version>.pdf``."""


def _normal_host(text: str) -> str | None:
    """Return a host as browsers ask for it: in lower case, letters beside ASCII as IDNA."""
    all_below, host = "*." if text.startswith("*.") else "", text.removeprefix("*.")
    try:
        return all_below + host.lower().encode("idna").decode()
    except UnicodeError:
        return None


HostName = Annotated[
    str,
    Form(
        r"(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*",
        "must be a host in lower case, other letters as `xn--…`: such as `acme.example`, or"
        " `*.acme.example` for those below",
        normal=_normal_host,
    ),
]
"""A host that links may lead to; with ``*.`` all hosts below it, and not the host itself."""


class DocumentSettings(Record):
    """What is asked of documents: names of their PDFs, hosts of their links, notice before days."""

    names: FileScheme = Field("<Category>-<Year>-<Version>.pdf", description="How PDFs are named.")
    hosts: list[HostName] | None = Field(
        None, examples=[["acme.example", "*.acme.example"]], description="Absent: all hosts."
    )
    notice_days: Annotated[int, Field(ge=0, le=3650)] = Field(
        30, description="How many days before `review_by` and `expires` are told."
    )


class BannerSettings(Record):
    """What banners may be."""

    animation: bool = Field(
        default=False, description="Whether images of banners may move; else they are refused."
    )


class Price(Record):
    """What a million tokens cost, in whatever currency the provider bills."""

    input: NonNegativeFloat = Field(examples=[0.25])
    output: NonNegativeFloat = Field(examples=[2.0])
    currency: OneLine = "USD"


class Integration(Record):
    """Who translates: a model behind an address, and where its key is kept."""

    provider: Name = Field(
        "openai", description="`openai` (and compatible services), `pseudo`, `memory`, or a plugin."
    )
    model: OneLine | None = Field(None, examples=["gpt-5-mini"])
    base_url: Url | None = None
    api_key: SecretReference | None = Field(None, examples=["env:OPENAI_API_KEY"])
    timeout: PositiveInt = Field(60, description="Seconds until a request is given up.")
    concurrency: Annotated[int, Field(ge=1, le=64)] = Field(
        4, description="How many requests are under way at once."
    )
    requests_per_minute: PositiveInt | None = None
    batch: Annotated[int, Field(ge=1, le=200)] = Field(
        20, description="How many texts a request has at most."
    )
    price: Price | None = Field(None, description="What a million tokens cost.")
    options: JsonObject = Field(
        default_factory=dict, description="More parameters of a request, such as `temperature`."
    )


class Retention(Record):
    """Which old releases stay: the newest ``keep``, and all younger than ``days``."""

    keep: PositiveInt = 20
    days: PositiveInt = 30


StoreAddress = Annotated[
    str,
    Form(
        r"(file:[^\r\n]+"
        r"|s3://[A-Za-z0-9][A-Za-z0-9._-]{0,62}(/(?!\.{1,2}(/|$))[A-Za-z0-9!_.*'()-]+)*/?)",
        "must be `file:FOLDER` or `s3://BUCKET/PREFIX`; a prefix has ASCII letters, digits and"
        " `!_.*'()-`, and `.` or `..` is no part of it",
    ),
]
"""Where one side of a target is; a prefix has characters that every service takes as they are."""


class TargetSettings(Record):
    """Where releases are published: a public and a private side."""

    public: StoreAddress = Field(examples=["s3://acme-cdn/public"])
    private: StoreAddress = Field(examples=["s3://acme-back-office/private"])
    public_url: Url | None = None
    region: OneLine | None = None
    endpoint: Url | None = Field(default=None, examples=["https://s3.acme.example"])
    path_style: bool | None = None
    kms_key: OneLine | None = None
    gate: GateName = Gate.REVIEWED
    retention: Retention = Field(default_factory=Retention)


OutputName = Literal["icu", "i18next"]
LabelStyle = Literal["camelCase", "snake_case", "kebab-case", "any"]
RuleLevel = Literal["off", "info", "warning", "error"]

LOCAL = "local"


def _all_outputs() -> list[OutputName]:
    return ["icu", "i18next"]


class Settings(Record):
    """clientarea.yaml."""

    version: Literal[1]
    gate: GateName = Gate.COMPLETE
    labels: LabelStyle = "camelCase"
    code: list[CodeSource] = Field(default_factory=list)
    types: list[TypesFile] = Field(default_factory=list)
    outputs: list[OutputName] = Field(default_factory=_all_outputs)
    budgets: Budgets = Field(default_factory=Budgets)
    banners: BannerSettings = Field(default_factory=BannerSettings)
    documents: DocumentSettings = Field(default_factory=DocumentSettings)
    rules: dict[str, RuleLevel] = Field(default_factory=dict)
    integrations: dict[Name, Integration] = Field(default_factory=dict)
    style: dict[LocaleTag, str] = Field(
        default_factory=dict,
        description="How each language is written, for who translates: form of address, tone.",
        examples=[{"es": "Address the reader with usted."}],
    )
    targets: dict[Name, TargetSettings] = Field(default_factory=dict)

    def target(self, name: str) -> TargetSettings | None:
        """Return a target by name; ``local`` always exists, with the project's own gate."""
        if name == LOCAL:
            return TargetSettings(
                public="file:build/store/public",
                private="file:build/store/private",
                gate=self.gate,
            )
        return self.targets.get(name)
