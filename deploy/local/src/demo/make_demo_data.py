"""Makes the files in src/main/resources/demo from the data files that scikit-learn ships.

    python3 -m venv venv && venv/bin/pip install scikit-learn skl2onnx
    venv/bin/python deploy/local/src/demo/make_demo_data.py deploy/local/src/main/resources/demo

The same input gives the same files, byte by byte, except for the model, whose bytes depend on the versions of skl2onnx and onnx.
"""

import csv
import random
import sys
from pathlib import Path

from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import FloatTensorType
from sklearn.datasets import load_breast_cancer, load_diabetes
from sklearn.linear_model import Ridge

MEASUREMENTS = ["age", "sex", "bmi", "bp"]
SERUM = ["s1", "s2", "s3", "s4", "s5", "s6"]


def text(value):
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def write(path, heading, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows([[text(row[name]) for name in heading] for row in rows])


def shuffled(rows):
    random.Random(42).shuffle(rows)
    return rows


def diabetes(out):
    data = load_diabetes(scaled=False, as_frame=True).frame
    rows = [
        {"person_id": f"P{number:04d}", "progression": float(target)}
        | {name: float(values[name]) for name in MEASUREMENTS + SERUM}
        for number, (values, target) in enumerate(zip(data.to_dict("records"), data["target"]), start=1)
    ]
    rows = shuffled(rows)
    first, later, batch = rows[:352], rows[352:418], rows[418:]
    spoilt = [
        first[10] | {"person_id": "P9001", "bmi": ""},
        first[20] | {"person_id": "P9002", "age": "fifty-nine"},
        dict(first[30]),
    ]
    spoilt_serum = [first[40] | {"person_id": "P9003", "s1": "n/a"}, dict(first[50])]
    measurements = ["person_id"] + MEASUREMENTS + ["progression"]
    serum = ["person_id"] + SERUM
    write(out / "diabetes/measurements.csv", measurements, first + spoilt)
    write(out / "diabetes/serum.csv", serum, first + spoilt_serum)
    write(out / "diabetes/measurements-later.csv", measurements, later)
    write(out / "diabetes/serum-later.csv", serum, later)
    write(out / "diabetes/measurements-batch.csv", ["person_id"] + MEASUREMENTS, batch)
    write(out / "diabetes/serum-batch.csv", serum, batch)
    return first


def breast_cancer(out):
    data = load_breast_cancer()
    names = [name.replace(" ", "_") for name in data.feature_names]
    rows = [
        {"sample_id": f"S{number:04d}", "diagnosis": str(data.target_names[target])}
        | {name: float(value) for name, value in zip(names, values)}
        for number, (values, target) in enumerate(zip(data.data, data.target), start=1)
    ]
    rows = shuffled(rows)
    first, later = rows[:484], rows[484:]
    spoilt = [
        first[10] | {"sample_id": "S9001", "mean_radius": ""},
        first[20] | {"sample_id": "S9002", "mean_texture": "coarse"},
        dict(first[30]),
    ]
    heading = ["sample_id"] + names + ["diagnosis"]
    write(out / "breast-cancer/samples.csv", heading, first + spoilt)
    write(out / "breast-cancer/samples-later.csv", heading, later)


def worse_challenger(out, rows):
    """A line through two columns only, and pressed flat: honest, and clearly worse than what the factory finds."""
    features = ["age", "sex"]
    line = Ridge(alpha=10_000).fit([[row[name] for name in features] for row in rows], [row["progression"] for row in rows])
    model = convert_sklearn(line, initial_types=[("features", FloatTensorType([None, len(features)]))], target_opset=17)
    (out / "diabetes/worse-challenger.onnx").write_bytes(model.SerializeToString())


if __name__ == "__main__":
    target = Path(sys.argv[1])
    worse_challenger(target, diabetes(target))
    breast_cancer(target)
