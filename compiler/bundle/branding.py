"""What an area looks like, for its application and for the mailer."""

from posixpath import splitext

from compiler.bundle.assets import AssetCollector
from compiler.bundle.shapes.common import Branding
from compiler.bundle.view import AreaView


def branding_entry(view: AreaView, assets: AssetCollector) -> Branding:
    """Return colours, fonts, and the logo by its path on the public side."""
    look = view.look
    logo = None
    if look.logo is not None:
        logo = assets.add(look.logo, f"logo{splitext(look.logo)[1]}").path
    return {
        "colors": dict(look.colors),
        "fonts": {name: list(families) for name, families in look.fonts.items()},
        "logo": logo,
    }
