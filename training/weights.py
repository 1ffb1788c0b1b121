"""safetensors in fp16: the only form in which weights leave training. gpu/model/weights.ts reads it.

Format: https://github.com/huggingface/safetensors (8 bytes header length, JSON header, tensors).
"""

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor


def write_tensors(file: Path, tensors: dict[str, Tensor]) -> None:
    """Write tensors as fp16. Raises ValueError where a value does not fit."""
    header, parts, offset = {}, [], 0
    for name, tensor in tensors.items():
        with np.errstate(over="ignore"):
            values = tensor.detach().cpu().float().numpy().astype("<f2")
        if not np.isfinite(values).all():
            raise ValueError(f"{name}: a value does not fit in fp16")
        end = offset + values.nbytes
        header[name] = {"dtype": "F16", "shape": list(values.shape), "data_offsets": [offset, end]}
        parts.append(values.tobytes())
        offset = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def read_tensors(file: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file, as fp32."""
    content = file.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    body = content[8 + length :]
    tensors = {}
    for name, entry in json.loads(content[8 : 8 + length]).items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        values = np.frombuffer(body[begin:end], dtype="<f2").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.astype(np.float32))
    return tensors


def read_teacher(folder: Path, teacher: torch.nn.Module) -> None:
    """Load an exported teacher: weights rounded to fp16, as every engine sees them."""
    tensors = read_tensors(folder / "teacher.safetensors")
    state = {n if n == "embed" else f"weights.{n}": t for n, t in tensors.items()}
    teacher.load_state_dict(state)


def teacher_tensors(teacher: torch.nn.Module) -> dict[str, Tensor]:
    return {n.removeprefix("weights."): t for n, t in teacher.state_dict().items()}


def student_parameters(student: torch.nn.Module) -> dict[str, torch.nn.Parameter]:
    """What is exported of a student: trained tensors only (a LoRA without its base)."""
    return {n.removeprefix("weights."): p for n, p in student.named_parameters()}


def read_student(folder: Path, method: str, student: torch.nn.Module) -> None:
    """Load an exported student, so that training can go on from it."""
    tensors = read_tensors(folder / f"{method}.safetensors")
    for name, parameter in student_parameters(student).items():
        parameter.data.copy_(tensors[name])


def sequential_tensors(network: torch.nn.Module) -> dict[str, Tensor]:
    """What is exported of a network that drafts one token after another; see sequential.py."""
    return {n.replace("weights.", ""): t for n, t in network.state_dict().items()}


def read_sequential(folder: Path, part: str, network: torch.nn.Module) -> None:
    """Load such a network, so that training can go on from it."""
    tensors = read_tensors(folder / f"{part}.safetensors")
    names = {n.replace("weights.", ""): n for n in network.state_dict()}
    network.load_state_dict({names[n]: t for n, t in tensors.items()})
