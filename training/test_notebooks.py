"""The notebooks are run, cell by cell, with the exported weights: goldens and the page's runs must come out."""

import contextlib
import io
import json
import os
import unittest
from pathlib import Path

import numpy as np

from .notebooks import FOLDER, NOTEBOOKS

PUBLIC = Path(__file__).resolve().parent.parent / "public"
SHORT = 48  # tokens of a golden tale that are compared: one at a time in Python takes its time


def run(name: str) -> tuple[dict, str]:
    """What a notebook's code leaves behind, and what it prints."""
    os.environ["FORETOKEN_FILES"] = str(PUBLIC / "model")
    left, printed = {"__name__": "notebook"}, io.StringIO()
    for cell in json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            with contextlib.redirect_stdout(printed):
                exec(compile("".join(cell["source"]), cell["id"], "exec"), left)  # noqa: S102
    return left, printed.getvalue()


def goldens(name: str) -> list[dict]:
    return json.loads((PUBLIC / "model" / name / "goldens.json").read_text())["runs"]


def recorded(name: str) -> dict:
    return json.loads((PUBLIC / "traces" / f"{name}.json").read_text())


class Notebooks(unittest.TestCase):
    def test_the_files_are_what_the_script_writes(self):
        for name, content in NOTEBOOKS.items():
            with self.subTest(name):
                text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
                self.assertEqual(json.loads(text), content, "run python -m training.notebooks")

    def test_a_lookup_writes_the_golden_names_and_the_name_of_the_page(self):
        left, printed = run("02-sampling-is-a-lookup")
        self.assertEqual(left["write"](left["names"].config, left["tokens"]), "maliyah■")
        self.assertEqual(len(printed.splitlines()), 8)
        for golden in goldens("names"):
            with self.subTest(golden["prompt"], seed=golden["seed"]):
                found = left["one_at_a_time"](
                    left["names"], golden["prompt"], golden["seed"], golden["temperature"], 16
                )
                self.assertEqual(found, golden["tokens"])

    def test_the_joint_is_the_one_of_the_page(self):
        left, printed = run("04-more-heads")
        page = np.array(recorded("names")["joint"]["exact"]).reshape(27, 27)
        np.testing.assert_allclose(left["p"].numpy(), page, atol=2e-6)
        self.assertIn("mutual information", printed)
        self.assertGreater(left["distance"], 0.3)

    def test_drafts_and_checks_write_the_golden_tales_and_the_rounds_of_the_page(self):
        left, _ = run("09-kept-exact")
        trace = next(t for t in recorded("tales")["traces"] if t["run"]["method"] == "o-ptp")
        steps = trace["steps"]
        text = [token for step in steps for token in step["checks"][: step["accepted"]]]
        self.assertEqual(left["tokens"], text)
        self.assertEqual(left["accepted"], [step["accepted"] for step in steps])
        for golden in goldens("tales"):
            with self.subTest(golden["prompt"], seed=golden["seed"]):
                found, _ = left["corrected"](
                    *(left["tales"], left["ptp"], golden["prompt"], golden["seed"]),
                    *(golden["temperature"], SHORT),
                )
                self.assertEqual(found, golden["tokens"][:SHORT])


if __name__ == "__main__":
    unittest.main()
