"""Pages that hold no article: what a server, a script or a paywall puts in its place.

Silence is a fault here in both directions, so that each needs two signs: what the page says, and that there is next to
nothing else on it.
"""

import re

FEW_WORDS = 120  # of running text; the shortest of 711 real articles with a reference text of their own have about 40
VERY_FEW_WORDS = 40

_ERROR = re.compile(
    r"(?:error )?(?:40[0-9]|410|429|50[0-9])\b|(?:page|article|seite|página|page) (?:was |could )?not (?:be )?found|not found"
    r"|access (?:to this page has been )?denied|forbidden|service unavailable|bad gateway|internal server error"
    r"|seite nicht gefunden|page (?:non trouvée|introuvable)|página no encontrada|página não encontrada",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"just a moment|checking (?:if the site connection|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|are you a robot|attention required|enable javascript and cookies to continue|security check|captcha",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:accept all|we (?:and our (?:\d+ )?partners )?use cookies|your privacy|privacy choices|before you continue"
    r"|alle akzeptieren|tout accepter|aceptar todo|aceitar tudo|zustimmen und weiter)\b",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"\b(?:enable|turn on|activate|requires?|need|aktivieren|activer)\b.{0,30}\bjavascript\b", re.IGNORECASE
)
_PAYWALL = re.compile(
    r"\b(?:subscribe|log in|sign in|register)\b.{0,30}\b(?:to (?:continue|read|keep|unlock|access)|for full access)\b"
    r"|\b(?:this|the rest of this) (?:article|story|content) is (?:for|only|reserved|available)\b.{0,30}\bsubscribers?\b"
    r"|already a subscriber\?|you have reached your (?:article )?limit|jetzt weiterlesen mit|réservé aux abonnés"
    r"|exclusivo para (?:suscriptores|assinantes)",
    re.IGNORECASE,
)
