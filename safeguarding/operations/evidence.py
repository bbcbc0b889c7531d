"""Keeps the files of what a concern is about."""

from safeguarding.evidence import Evidence
from safeguarding.models import Concern, EvidenceFile


def keep_files_of(evidence: Evidence, concern: Concern) -> None:
    """Copy them to a concern that was just raised, in its transaction."""
    EvidenceFile.objects.bulk_create(
        EvidenceFile(
            concern=concern,
            name=one.name,
            kind=one.kind,
            sha256=one.sha256,
            size=len(one.content),
            content=one.content,
        )
        for one in evidence.files
    )
