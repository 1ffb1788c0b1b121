"""Checksums of the files that the site serves: of a file, and of its parts.

A reader's download is checked part by part as it comes, and goes on behind the last good part after a cut.

python3 -m training.checksums names tales     # writes those of every file into the manifests anew
"""

import argparse
import hashlib
import json
from pathlib import Path

PART_BYTES = 256 * 1024


def checksums(content: bytes) -> dict:
    """Size and SHA-256 of a file, and SHA-256 of each part of PART_BYTES; the last may be shorter."""
    parts = [content[start : start + PART_BYTES] for start in range(0, len(content), PART_BYTES)]
    return {
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "parts": {
            "bytes": PART_BYTES,
            "sha256": [hashlib.sha256(part).hexdigest() for part in parts],
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--public", type=Path, default=Path("public/model"))
    args = parser.parse_args()
    for model in args.models:
        folder = args.public / model
        manifest = json.loads((folder / "manifest.json").read_text())
        for entry in manifest["files"].values():
            entry.update(checksums((folder / entry["file"]).read_bytes()))
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
