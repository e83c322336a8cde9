"""Makes the files under ../resources/foreign: small models as others export them, with what scikit-learn itself predicts.

pip install scikit-learn==1.* skl2onnx==1.* && python3 foreign_models.py
"""

import json
import pathlib

import numpy
from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import DoubleTensorType, FloatTensorType, Int64TensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

out = pathlib.Path(__file__).parent.parent / "resources" / "foreign"
random = numpy.random.default_rng(7)
table = random.normal(size=(60, 3)).astype(numpy.float32)
number = table[:, 0] * 2 + numpy.sin(table[:, 1] * 3)
three = numpy.digitize(table[:, 0], [-0.4, 0.4])
names = numpy.array(["low", "mid", "high"])[three]


def save(name, onnx, expected, rows=table[:5]):
    (out / f"{name}.onnx").write_bytes(onnx.SerializeToString())
    (out / f"{name}.json").write_text(json.dumps({"rows": rows, "expected": expected}, default=numpy.ndarray.tolist))


table_type = [("X", FloatTensorType([None, 3]))]

model = GradientBoostingRegressor(n_estimators=5).fit(table, number)
save("regressor", convert_sklearn(model, initial_types=table_type), model.predict(table[:5]).reshape(-1, 1))

model = make_pipeline(StandardScaler(), LinearRegression()).fit(table.astype(float), number)
save("regressor-doubles", convert_sklearn(model, initial_types=[("X", DoubleTensorType([None, 3]))]),
     model.predict(table[:5].astype(float)).reshape(-1, 1))

model = RandomForestClassifier(n_estimators=5, random_state=1).fit(table, names)
save("classifier-zipmap", convert_sklearn(model, initial_types=table_type), model.predict_proba(table[:5]))
save("classifier-table", convert_sklearn(model, initial_types=table_type, options={"zipmap": False}),
     model.predict_proba(table[:5]))

model = LogisticRegression().fit(table, three)
save("classifier-integers-zipmap", convert_sklearn(model, initial_types=table_type), model.predict_proba(table[:5]))
save("classifier-integers", convert_sklearn(model, initial_types=table_type, options={"zipmap": False}),
     model.predict_proba(table[:5]))

model = MLPClassifier((4,), max_iter=50, random_state=1).fit(table, three)
save("classifier-constants", convert_sklearn(model, initial_types=table_type, options={"zipmap": False}),
     model.predict_proba(table[:5]))

columns = numpy.array([["red", "blue", "green"][i % 3] for i in range(60)])
whole = numpy.arange(60) % 7
features = numpy.empty((60, 3), dtype=object)
features[:, 0], features[:, 1], features[:, 2] = table[:, 0], columns, whole
model = make_pipeline(
    ColumnTransformer([("colour", OneHotEncoder(), [1])], remainder="passthrough", sparse_threshold=0),
    LinearRegression()).fit(features, number + (columns == "red") + whole)
onnx = convert_sklearn(model, initial_types=[("width", FloatTensorType([None, 1])),
                                             ("colour", StringTensorType([None, 1])),
                                             ("count", Int64TensorType([None, 1]))])
save("regressor-columns", onnx, model.predict(features[:5]).reshape(-1, 1), rows=features[:5])
