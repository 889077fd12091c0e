"""Browser windows that tests lend and give back: opening one costs more than the page in it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Dialog, Page, ViewportSize

WIDE: ViewportSize = {"width": 1360, "height": 820}
AS_IT_COMES: dict[str, Any] = {
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
}
"""What a reader may wish, and a window that is lent again is told anew; playwright's own beginning."""
OUTSIDE = (-1, -1)
"""A point where no mouse lies over anything."""


@dataclass
class Window:
    """A page alone in a window of its own, with what it asked for and what it complained of."""

    page: Page
    kind: tuple[tuple[str, Any], ...]
    """The options of its context, by which it is found again."""
    developer: CDPSession
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)

    def go(self, address: str) -> Page:
        """Opens an address as the first of this window: there is no way back from it."""
        self.page.goto(address)
        self.developer.send("Page.resetNavigationHistory")
        return self.page

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _refuse(self, dialog: Dialog) -> None:
        """No page here asks by a dialog of the browser: whoever opens one is foreign text that ran."""
        self.complaints.append(dialog.message)
        dialog.dismiss()


class Windows:
    """Those that lie ready. One that is lent is nobody else's until it is given back."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[tuple[tuple[str, Any], ...], list[Window]] = defaultdict(list)

    def lend(self, *, viewport: ViewportSize = WIDE, **options: Any) -> Window:
        """A window at an empty page; the options are those of a browser context."""
        wishes = {name: options.pop(name, usual) for name, usual in AS_IT_COMES.items()}
        free = self._free[tuple(sorted(options.items()))]
        window = free.pop() if free else self._opened(viewport, options)
        window.page.set_viewport_size(viewport)
        window.page.emulate_media(media="null", **wishes)
        return window

    def give_back(self, window: Window) -> None:
        """Empties a window of all that a test may have left in it."""
        context = window.page.context
        for other in context.pages:
            if other != window.page:
                other.close()
        window.page.unroute_all()
        if not window.page.url.startswith("about:"):
            window.page.evaluate("localStorage.clear()")
        window.page.goto("about:blank")
        window.page.mouse.move(*OUTSIDE)
        window.requests.clear()
        window.complaints.clear()
        self._free[window.kind].append(window)

    def _opened(self, viewport: ViewportSize, options: dict[str, Any]) -> Window:
        context = self._browser.new_context(viewport=viewport, **options)
        page = context.new_page()
        return Window(page, tuple(sorted(options.items())), context.new_cdp_session(page))
