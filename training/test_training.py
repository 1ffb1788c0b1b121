"""From text to exported files, on text made on the spot: seconds, not hours."""

import contextlib
import dataclasses
import hashlib
import io
import json
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import torch

from . import checksums, distil, evaluate, export, golden, sequential, train
from . import config as configs
from .budget import allocate, group_worth
from .config import CONFIGS, Corpus
from .data import CorpusError, Running, Words, load, loss_mask
from .measure import leading, walk
from .optimizer import orthogonalise
from .randomness import threefry, uniform
from .weights import read_tensors, write_tensors

WORDS = "\n".join(f"{a}{b}{c}" for a in "bdlmn" for b in "aei" for c in ("na", "ra", "")) + "\n"
TALE = "The wolf saw the goat. The goat saw the wolf. " * 400
SMALL = {"channels": 16, "layers": 2, "heads": 2, "hidden": 16, "u_knots": 17}


class Home:
    """A folder with made-up corpora and shrunk configs in the place of the real ones."""

    def __enter__(self):
        self.stack = contextlib.ExitStack()
        self.folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        small = {
            "names": dataclasses.replace(CONFIGS["names"], **SMALL),
            "tales": dataclasses.replace(CONFIGS["tales"], **SMALL, window=24),
        }
        self.stack.enter_context(mock.patch.dict(configs.CONFIGS, small))
        for name, text in (("names", WORDS), ("tales", TALE)):
            file = CONFIGS_FILES[name]
            (self.folder / file).write_text(text)
            corpus = Corpus(file, hashlib.sha256(text.encode()).hexdigest(), "made up by this test")
            self.stack.enter_context(mock.patch.dict(configs.CORPORA, {name: corpus}))
        return self

    def __exit__(self, *error):
        self.stack.close()

    def run(self, module, *args: str) -> str:
        """The standard error of a command line."""
        places = ["--checkpoints", str(self.folder / "ck")] if module is not golden else []
        if module in (evaluate, checksums):
            places = []
        places += ["--public", str(self.folder / "public")] if module is not train else []
        out = io.StringIO()
        with mock.patch("sys.argv", ["x", *args, *places]):
            with contextlib.redirect_stderr(out), contextlib.redirect_stdout(io.StringIO()):
                module.main()
        return out.getvalue()


CONFIGS_FILES = {name: corpus.file for name, corpus in configs.CORPORA.items()}


class Pipeline(unittest.TestCase):
    def test_names_from_text_to_goldens(self):
        with Home() as home:
            corpus = ["--corpus", str(home.folder)]
            home.run(train, "names", *corpus, "--steps", "60", "--batch", "16")
            home.run(export, "names", "teacher")
            short = ["--steps", "8", "--pool", "64", "--batch", "8"]
            log = home.run(distil, "names", *short)
            self.assertIn("left", log)
            home.run(export, "names", "o-ptp", "c-ptp", "independent")
            home.run(sequential, "names", *short[:2], "--batch", "4", "--pool", "16")
            home.run(distil, "names", *short, "--methods", "prophet")
            home.run(export, "names", "draft", "eagle", "mtp", "prophet")
            home.run(golden, "names")
            with mock.patch.object(evaluate, "WORDS", 50), mock.patch("training.joint.GRID", 8):
                home.run(evaluate, "names", *corpus)
            folder = home.folder / "public" / "names"
            manifest = json.loads((folder / "manifest.json").read_text())
            parts = {"teacher", *distil.METHODS, *distil.MORE, *sequential.PARTS}
            self.assertEqual(set(manifest["files"]), parts)
            self.assertLess(manifest["evaluation"]["teacher"]["held_out_nats"], 2.9)
            self.assertEqual(manifest["evaluation"]["texts"], 50)
            joint = manifest["evaluation"]["joint"]["2"]
            self.assertLess(joint["teacher"]["distance"], 1e-6)
            self.assertGreater(joint["exact marginals"]["distance"], 0.01)
            for entry in manifest["files"].values():
                content = (folder / entry["file"]).read_bytes()
                self.assertEqual(entry["bytes"], len(content))
                first = hashlib.sha256(content[: entry["parts"]["bytes"]]).hexdigest()
                self.assertEqual(entry["parts"]["sha256"][0], first)
                self.assertEqual(len(entry["parts"]["sha256"]), -(-len(content) // 2**18))
            exported = (folder / "manifest.json").read_text()
            home.run(checksums, "names")
            self.assertEqual((folder / "manifest.json").read_text(), exported)
            goldens = json.loads((folder / "goldens.json").read_text())
            self.assertTrue(all(run["tokens"] for run in goldens["runs"]))
            lengths = {part: len(rows) for part, rows in goldens["sequential"]["logits"].items()}
            self.assertEqual(lengths, {"draft": 4, "eagle": 4, "mtp": sequential.DEPTH})

    def test_tales_with_a_lora_and_a_temperature(self):
        with Home() as home:
            corpus = ["--corpus", str(home.folder)]
            home.run(train, "tales", *corpus, "--steps", "30", "--batch", "4", "--length", "48")
            home.run(export, "tales", "teacher")
            short = ["--steps", "3", "--pool", "8", "--batch", "2", "--groups", "4"]
            with mock.patch.object(distil, "SAMPLED", 40):
                home.run(distil, "tales", *corpus, *short, "--methods", "o-ptp")
            home.run(export, "tales", "o-ptp")
            tensors = read_tensors(home.folder / "public/tales/o-ptp.safetensors")
            self.assertIn("layers.0.qkv_a", tensors)
            self.assertNotIn("layers.0.qkv", tensors)
            self.assertEqual(tensors["temperature_embed"].shape[0], 4)

    def test_training_goes_on_where_it_stopped(self):
        with Home() as home:
            corpus = ["--corpus", str(home.folder)]
            home.run(train, "names", *corpus, "--steps", "4", "--batch", "4")
            log = home.run(train, "names", *corpus, "--steps", "6", "--batch", "4", "--resume")
            self.assertIn("6/6", log)
            home.run(export, "names", "teacher")
            start = ["--from", str(home.folder / "public" / "names")]
            home.run(train, "names", *corpus, "--steps", "2", "--batch", "4", *start)


class Text(unittest.TestCase):
    def test_a_missing_or_wrong_corpus_says_what_and_where(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(CorpusError, "sha256 0a30.*github.com/karpathy/makemore"):
                load(CONFIGS["names"], Path(folder))
            (Path(folder) / "names.txt").write_text("emma\n")
            with self.assertRaisesRegex(CorpusError, "another text"):
                load(CONFIGS["names"], Path(folder))

    def test_held_out_text_is_never_trained_on(self):
        data = Words(CONFIGS["names"], WORDS)
        train_rows = {tuple(row) for row in data.train.tolist()}
        self.assertFalse(train_rows & {tuple(row) for row in data.held_out.tolist()})
        tale = "".join(f"{chr(97 + i % 26)}{chr(65 + i // 26 % 26)}" for i in range(20_000))
        running = Running(CONFIGS["tales"], tale, 50)
        self.assertEqual(running.batch(3, torch.Generator().manual_seed(0)).shape, (3, 51))
        self.assertGreater(len(running.held_out), 5)

    def test_the_end_mark_is_the_last_target(self):
        rows = torch.tensor([[0, 5, 6, 0, 0, 0]])
        self.assertEqual(
            loss_mask(CONFIGS["names"], rows).tolist(), [[True, True, True, False, False]]
        )


class Parts(unittest.TestCase):
    def test_threefry_gives_the_published_words(self):
        self.assertEqual(threefry((0, 0), (0, 0)), (0x6B200159, 0x99BA4EFE))
        ones = 0xFFFFFFFF
        self.assertEqual(threefry((ones, ones), (ones, ones)), (0x1CB996FC, 0xBB002BE7))
        self.assertTrue(all(0 <= uniform(7, i) < 1 for i in range(100)))

    def test_a_walk_counts_the_checked_token(self):
        correct = torch.tensor([[2, 0, 0, 1, 0, 0]])  # rounds of 3, 2 and 1 tokens
        self.assertEqual(walk(correct, 4), (2.0, [1, 1, 1, 0, 0]))
        self.assertEqual(leading(torch.tensor([True, True, False, True])).item(), 2)

    def test_a_budget_is_spent_in_full_and_within_the_window(self):
        worth = group_worth([0, 160, 155, 140, 120, 90, 70, 50, 215])
        self.assertEqual(allocate([0.9, 0.8, 0.7, 0.6, 0.5], worth, 8), [0, 0, 4, 4, 0, 0])
        self.assertEqual(allocate([], worth, 24), [8])
        sizes = allocate([0.9, 0.5], worth, 23)
        self.assertEqual(sum(sizes), 23)
        self.assertLessEqual(max(sizes), 8)

    def test_muons_update_has_equal_singular_values(self):
        torch.manual_seed(0)
        singular = torch.linalg.svdvals(orthogonalise(torch.randn(3, 24, 12)))
        self.assertTrue(((singular > 0.5) & (singular < 1.5)).all())

    def test_weights_survive_a_file_to_fp16_and_refuse_what_does_not_fit(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "w.safetensors"
            values = torch.randn(3, 4)
            write_tensors(file, {"a": values, "b": torch.ones(2)})
            torch.testing.assert_close(read_tensors(file)["a"], values.half().float())
            with self.assertRaisesRegex(ValueError, "fp16"):
                write_tensors(file, {"a": torch.tensor([1e6])})


if __name__ == "__main__":
    unittest.main()
