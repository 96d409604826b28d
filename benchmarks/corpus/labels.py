"""Labels as applications write them: area, component, and what the text is for, in camelCase."""

from benchmarks.corpus.drawing import Draw

_AREAS = (
    *("account", "alerts", "approvals", "archive", "billing", "branches", "cards", "cart"),
    *("catalogue", "chat", "checkout", "contacts", "contracts", "dashboard", "deposits"),
    *("documents", "help", "insurance", "loans", "loyalty", "orders", "payments", "portfolio"),
    *("profile", "returns", "reviews", "security", "settings", "shipping", "signUp", "trading"),
    *("transfers", "verification", "withdrawals"),
)
_COMPONENTS = (
    *("actionBar", "banner", "breadcrumb", "confirmDialog", "detailsPage", "emptyState"),
    *("errorPage", "filterPanel", "footer", "form", "header", "historyTable", "listPage", "menu"),
    *("overviewCard", "reviewStep", "searchBox", "sidePanel", "startPage", "statusBadge"),
    *("summaryCard", "toast", "tooltip", "uploadArea", "welcomeStep"),
)
_VERBS = (
    *("add", "approve", "cancel", "change", "check", "compare", "confirm", "create", "delete"),
    *("edit", "export", "find", "open", "print", "renew", "replace", "save", "send", "show"),
)
_NOUNS = (
    *("Address", "Amount", "Card", "Code", "Contract", "Customer", "Delivery", "Device", "Email"),
    *("Invoice", "Limit", "Message", "Order", "Password", "Payment", "Period", "Plan", "Policy"),
    *("Question", "Rate", "Receipt", "Refund", "Report", "Review", "Statement", "Transfer"),
)


def draw_labels(draw: Draw, count: int) -> list[str]:
    """Return ``count`` different labels, sorted as catalogues are."""
    labels: set[str] = set()
    while len(labels) < count:
        parts = draw.one_of(_AREAS), draw.one_of(_COMPONENTS)
        labels.add(".".join((*parts, draw.one_of(_VERBS) + draw.one_of(_NOUNS))))
    return sorted(labels)
