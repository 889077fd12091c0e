"""What must hold of messages in each language, whichever page they are of."""

import re
from collections.abc import Mapping

from babel import Locale

from geobrief.render.messages import Message

Messages = Mapping[str, Message]

COUNTS = range(1000)


def forms(message: Message) -> dict[str, str]:
    """Its texts by CLDR plural category; a message without forms has the one."""
    return {"": message} if isinstance(message, str) else dict(message)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def prefixes(code: str) -> tuple[str, ...]:
    r"""Of keys that are put together, as `certainty_${certainty}`."""
    return tuple(re.findall(r"""["'`](\w+_)\$?\{""", code))


def asked_in(code: str) -> set[str]:
    """Keys that a script asks for by name."""
    return set(re.findall(r"""\bsay\(\s*["'](\w+)["']""", code))


def check_plurals(language: str, messages: Messages, english: Messages) -> None:
    """A message has the plural forms of its language where the English one has forms."""
    wanted = set(Locale.parse(language).plural_form.tags) | {"other"}
    for key, message in messages.items():
        assert isinstance(message, str) == isinstance(english[key], str), key
        if not isinstance(message, str):
            assert set(message) == wanted, key


def check_placeholders(language: str, messages: Messages, english: Messages) -> None:
    """A message has the placeholders of the English one.

    A form that stands for one number alone, as the Arabic dual, may write that number as a word.
    """
    plural = Locale.parse(language).plural_form
    single = {tag for tag in plural.tags if sum(plural(n) == tag for n in COUNTS) == 1}
    for key, message in messages.items():
        known = forms(english[key])
        wanted = placeholders(known.get("other", known.get("", "")))
        for form, text in forms(message).items():
            found = placeholders(text)
            assert found == wanted or (form in single and found == wanted - {"n"}), (key, form)
            assert text.strip() or key == "separator"
