"""The network: one row at a time, many at once and cached must agree; u and tokens say the same."""

import dataclasses
import unittest

import torch

from .config import CONFIGS
from .golden import PREFIX, run_rows
from .model import Student, Teacher, bins, cdf_of, interpolate, pick

TINY = dataclasses.replace(
    CONFIGS["tales"], channels=16, layers=2, heads=2, hidden=24, window=6, draft=4, u_knots=9
)


def models(sees_u: bool = True, rank: int = 0) -> tuple[Teacher, Student]:
    torch.manual_seed(3)
    teacher = Teacher(TINY)
    student = Student(TINY, teacher, sees_u, rank)
    for parameter in student.parameters():
        parameter.data += 0.05 * torch.randn_like(parameter)
    student.merge()
    return teacher.double().requires_grad_(False), student.double().requires_grad_(False)


class Rows(unittest.TestCase):
    def test_a_batch_of_windows_equals_rows_computed_one_by_one(self):
        for rank in (0, 3):
            teacher, student = models(rank=rank)
            student.merge()
            tokens = torch.randint(TINY.vocab, (1, 13))
            u = torch.rand(1, 2, TINY.draft).double()
            starts = torch.tensor([[3, 11]])
            context: list = []
            teacher(tokens, context)
            heat = torch.full((1, 1, 1), 0.8).double()
            batched = student(u, heat, tokens, starts, context)[0]
            for group, start in enumerate(starts[0].tolist()):
                rows = [
                    {"input": {"token": t}, "parent": i - 1, "position": i}
                    for i, t in enumerate(tokens[0, :start].tolist())
                ]
                after = tokens[0, start - 1].item()
                for k, value in enumerate(u[0, group].tolist()):
                    place = start + k - 1
                    rows.append(
                        {"input": {"u": value, "after": after}, "parent": place, "position": place}
                    )
                self.assertEqual(rows[0]["parent"], PREFIX)
                _, logits = run_rows(teacher, student, rows, 0.8)
                torch.testing.assert_close(batched[group], logits[start:], rtol=1e-6, atol=1e-7)

    def test_sampling_with_a_cache_follows_the_logits_without_one(self):
        teacher, _ = models()
        prompt, u = torch.randint(TINY.vocab, (3, 2)), torch.rand(3, 15).double()
        tokens, margins = teacher.sample(prompt, u, 0.7)
        logits = teacher(tokens[:, :-1])[:, 1:]
        self.assertTrue(torch.equal(pick(cdf_of(logits, 0.7), u), tokens[:, 2:]))
        self.assertTrue((margins >= 0).all())

    def test_the_independent_student_does_not_see_u(self):
        teacher, student = models(sees_u=False)
        context: list = []
        tokens = torch.zeros((1, 4), dtype=torch.long)
        teacher(tokens, context)
        heat, starts = torch.ones((1, 1, 1)).double(), torch.tensor([[4]])
        a, b = (
            student(torch.rand(1, 1, 4).double(), heat, tokens, starts, context) for _ in range(2)
        )
        self.assertTrue(torch.equal(a, b))

    def test_a_slot_knows_its_own_and_earlier_u_only(self):
        teacher, student = models()
        context: list = []
        tokens = torch.zeros((1, 4), dtype=torch.long)
        teacher(tokens, context)
        heat, starts = torch.ones((1, 1, 1)).double(), torch.tensor([[4]])
        u = torch.rand(1, 1, 4).double()
        v = u.clone()
        v[..., 2] = 1 - v[..., 2]
        a, b = (student(x, heat, tokens, starts, context)[0, 0] for x in (u, v))
        self.assertTrue(torch.equal(a[:2], b[:2]))
        self.assertFalse(torch.allclose(a[2], b[2]))


class Sampling(unittest.TestCase):
    def test_any_u_inside_a_tokens_bin_picks_that_token(self):
        cdf = cdf_of(torch.randn(200, 9) * 3, 0.7)
        tokens = torch.randint(9, (200,))
        left, right = bins(cdf, tokens)
        for inside in (0.0, 0.5, 0.999):
            u = left + inside * (right - left)
            wide = right - left > 1e-9
            self.assertTrue(torch.equal(pick(cdf, u)[wide], tokens[wide]))

    def test_u_zero_and_almost_one_have_a_token(self):
        cdf = cdf_of(torch.randn(50, 9) * 20, 1.0)
        self.assertTrue((pick(cdf, torch.zeros(50)) >= 0).all())
        self.assertTrue((pick(cdf, torch.full((50,), 1 - 2**-24)) < 9).all())

    def test_interpolation_meets_its_knots(self):
        table = torch.randn(5, 3)
        torch.testing.assert_close(interpolate(table, torch.linspace(0, 1, 5)), table)
        torch.testing.assert_close(interpolate(table, torch.tensor(0.125)), table[:2].mean(0))


if __name__ == "__main__":
    unittest.main()
