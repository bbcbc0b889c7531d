"""All settings, from the environment and `.env`: DEBUG=true supplies what one machine needs, production asks for it."""

from pathlib import Path
from typing import Any, Final

import dj_database_url
from csp.constants import NONE, SELF
from environs import Env

from config.logs import traced_only_if_ours

BASE_DIR: Final = Path(__file__).resolve().parent.parent
VAR: Final = BASE_DIR / "var"

env: Final = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

DEBUG: bool = env.bool("DEBUG", False)

HOW_TO_SET: Final = {
    "SECRET_KEY": "This makes a good one: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'",
    "DATABASE_URL": "It looks like postgres://alongside:password@127.0.0.1:5432/alongside",
    "REDIS_URL": "It looks like redis://127.0.0.1:6379/0",
    "ALLOWED_HOSTS": "It names the hosts people type, with commas between: support.example.org",
}


def asked(name: str, *, while_debugging: str = "") -> str:
    """Return the variable; when production lacks it, end with a sentence on how to set it."""
    value = env.str(name, "").strip()
    if not value and not DEBUG:
        raise SystemExit(
            f"Alongside cannot start because {name} is not set, in the environment or in .env. {HOW_TO_SET[name]}"
        )
    return value or while_debugging


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for the database at `url`, with what each kind needs to serve many people at once."""
    try:
        chosen: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError as error:
        raise SystemExit(f"Alongside cannot read DATABASE_URL. {HOW_TO_SET['DATABASE_URL']}") from error
    options = chosen.setdefault("OPTIONS", {})
    if chosen["ENGINE"] == "django.db.backends.sqlite3":
        # Taking the write lock when a transaction begins is what makes the timeout work: a lock asked for halfway
        # through a transaction is refused at once.
        options |= {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": "PRAGMA journal_mode=WAL"}
        chosen["NAME"] = BASE_DIR / chosen["NAME"]
        chosen["NAME"].parent.mkdir(parents=True, exist_ok=True)
    else:
        # Threads come and go under ASGI, so connections wait in a pool instead of staying with their thread.
        # A line that goes nowhere is given up after ten seconds instead of many minutes.
        options |= {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 2, "tcp_user_timeout": 10_000}
        # A connection that a restart of the database has broken is noticed before it is used.
        chosen["CONN_HEALTH_CHECKS"] = True
        # After an outage the pool would wait as long again before it tries once more, so it gives up and begins anew.
        options["pool"] = {
            "min_size": 1,
            "max_size": env.int("DATABASE_POOL_SIZE", 20),
            "timeout": 10,
            "reconnect_timeout": 5,
        }
    return chosen


# -- What production must say ------------------------------------------------------------------------------------------

SECRET_KEY = asked("SECRET_KEY", while_debugging="known to everybody, so only for trying Alongside on one machine")
ALLOWED_HOSTS = asked("ALLOWED_HOSTS", while_debugging="127.0.0.1,localhost,[::1]").replace(" ", "").split(",")
DATABASES = {"default": database(asked("DATABASE_URL", while_debugging=f"sqlite:///{VAR / 'db.sqlite3'}"))}
REDIS_URL = asked("REDIS_URL")

# -- The apps, and the way of a request --------------------------------------------------------------------------------

INSTALLED_APPS = [
    "daphne",
    "config",
    "caseload",
    "support",
    "matching",
    "networks",
    "messaging",
    "safeguarding",
    "people",
    "allauth",
    "allauth.account",
    "channels",
    "csp",
    "huey.contrib.djhuey",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]
if DEBUG:
    # The made-up town, with its one-press ways in, cannot exist in production.
    INSTALLED_APPS += ["config.demo"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "people.middleware.NoStore",
    "people.middleware.NothingStays",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "people.middleware.Conflict",
    "networks.middleware.AgreeingFirst",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "people.context.me",
                "safeguarding.context.crisis_lines",
                "messaging.context.unread",
            ],
        },
    }
]
FORM_RENDERER = "config.forms.FormRenderer"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

# Whose bank holidays the service keeps: those of England, Wales, Scotland or Northern Ireland.
SERVICE_NATION = env.str("SERVICE_NATION", "ENG")
if SERVICE_NATION not in ("ENG", "WLS", "SCT", "NIR"):
    raise SystemExit("Alongside cannot start because SERVICE_NATION is none of ENG, WLS, SCT and NIR.")

# -- Static files ------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(VAR / "static")))
# What people send each other: outside of what is served, and handed out by a view that asks who wants it.
MEDIA_ROOT = Path(env.str("FILES_ROOT", str(VAR / "files")))
STORAGES = {
    "default": {"BACKEND": "config.storage.PrivateFiles"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "config.storage.NamedByContent"
    },
}

# -- News, jobs and what may be forgotten: Redis, or this process while trying -----------------------------------------

if REDIS_URL:
    CHANNEL_LAYERS: dict[str, Any] = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            # Without None an idle listener would be cut off after a few seconds.
            "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": None}], "prefix": "alongside"},
        }
    }
    CACHES: dict[str, Any] = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": "alongside",
        }
    }
    HUEY: dict[str, Any] = {"huey_class": "huey.RedisHuey", "url": REDIS_URL}
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    # The jobs wait in a file beside the database, so that two databases never share them.
    HUEY = {"huey_class": "huey.SqliteHuey", "filename": f"{DATABASES['default']['NAME']}-jobs"}
HUEY |= {"name": "alongside", "immediate": False, "consumer": {"workers": 2}}

# -- Signing in --------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "landing"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_ADAPTER = "config.accounts.Accounts"
ACCOUNT_FORMS = {"login": "config.accounts.SignInForm", "signup": "config.accounts.MakeAccountForm"}
ACCOUNT_SIGNUP_FORM_CLASS = "people.forms.SignUpForm"
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Signing in and signing up answer alike for a known and an unknown address.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if DEBUG else "https"

# Where the links in e-mails lead.
SITE_URL = env.str(
    "SITE_URL", f"http://{ALLOWED_HOSTS[0]}:8000" if DEBUG else f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
)

# -- E-mail ------------------------------------------------------------------------------------------------------------

EMAIL = env.dj_email_url("EMAIL_URL", "console:")
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL.get("EMAIL_HOST", "")
EMAIL_PORT = EMAIL.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = EMAIL.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = EMAIL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = EMAIL.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = EMAIL.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = EMAIL.get("EMAIL_FILE_PATH") or None
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", f"Alongside <no-reply@{ALLOWED_HOSTS[0].lstrip('.')}>")

# -- Text messages and web push: offered to people once they are set up ------------------------------------------------

NOTIFY_API_KEY = env.str("NOTIFY_API_KEY", "")
NOTIFY_SMS_TEMPLATE = env.str("NOTIFY_SMS_TEMPLATE", "")
NOTIFY_URL = env.str("NOTIFY_URL", "https://api.notifications.service.gov.uk")
# Without a key, texts appear where the service runs; in production that would only look as if they went out.
SMS_TO_CONSOLE = DEBUG

VAPID_PRIVATE_KEY = env.str("VAPID_PRIVATE_KEY", "")
VAPID_FILE = str(VAR / "vapid.pem") if DEBUG else ""
# Whom a push service may write to when something is wrong with what we send.
VAPID_CONTACT = env.str("VAPID_CONTACT", f"mailto:admin@{ALLOWED_HOSTS[0].lstrip('.')}")
# Browsers tell us where to post; nowhere else than to their makers' own services.
PUSH_SERVICES = env.list(
    "PUSH_SERVICES",
    [
        "https://fcm.googleapis.com",
        "https://updates.push.services.mozilla.com",
        "https://*.push.apple.com",
        "https://*.notify.windows.com",
    ],
)

# How long a message may wait unread before somebody who is not here is told.
MESSAGE_WAITS_MINUTES = env.int("MESSAGE_WAITS_MINUTES", 10)

# Links in the pages of networks are looked at, but never where they lead to this machine or into a private network.
LINKS_MAY_LEAD_HERE = False

# -- Security ----------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "connect-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SECURE_SSL_REDIRECT = not DEBUG and env.bool("SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = 0 if DEBUG else env.int("HSTS_SECONDS", 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG and env.bool("HSTS_SUBDOMAINS", True)

# How many proxies of ours stand in front; only then are their headers believed, for https and for a caller's address.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXY_COUNT", 0)
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The pages a socket may be opened from: exact scheme, host and port.
SOCKET_ORIGINS = [*(f"https://{host}" for host in ALLOWED_HOSTS), *CSRF_TRUSTED_ORIGINS]

# How much one person may say and ask in ten seconds, in each server process: faster than anybody types.
POSTS_PER_TEN_SECONDS = env.int("POSTS_PER_TEN_SECONDS", 30)
COMMANDS_PER_TEN_SECONDS = env.int("COMMANDS_PER_TEN_SECONDS", 200)

# -- Logs: what happened, never what somebody wrote --------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": [traced_only_if_ours]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django would also mail whole requests to administrators, what was typed into a form included.
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        "huey": {"handlers": ["console"], "level": "WARNING" if DEBUG else "INFO", "propagate": False},
    },
}
