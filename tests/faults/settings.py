"""The settings of the servers under fault: the real ones, but quick passwords, and news shared with the test."""

import faulthandler
import signal

from config.settings import *  # noqa: F403
from config.settings import CACHES, CHANNEL_LAYERS, env

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = False
# What the test does through the ORM, the servers hear of, as they would of another process of theirs.
CACHES["default"]["KEY_PREFIX"] = CHANNEL_LAYERS["default"]["CONFIG"]["prefix"] = env.str("FAULTS_PREFIX")

# A server that hangs can be asked what each of its threads is waiting for.
faulthandler.register(signal.SIGUSR1)
