"""Enters the pack's hashes and figures into /suite.json and writes its golden files: the last step, after `./quantize`.

Run as `python3 -m figures` in Datasets/Recipes; needs the built tool. Never to make a failing test pass: a figure that
moved while the pack stood still is a fault of the code.
"""

import csv
import hashlib
import json
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "Datasets" / "Starter"
SUITE = ROOT / "suite.json"
TOOL = ["dotnet", "run", "-c", "Release", "--no-build", "--project", str(ROOT / "Harness" / "Tiny.Bench.Cli"), "--"]

# The share of normal sounds that may be called anomalies, as DCASE's baselines set their threshold.
FALSE_ALARMS = 0.1


def tool(*arguments):
    """Runs the tool and gives what it printed; a verdict may be bad, the request may not be wrong."""
    run = subprocess.run([*TOOL, *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode > 1:
        raise SystemExit(f"tinybench {' '.join(map(str, arguments))} ended with {run.returncode}")
    return run.stdout


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def model_name(task):
    return f"{task}_starter_int8.tflite"


def starter_set(task, threshold, correct):
    """The lines of a task's `starter` member, as suite.json lays them out."""
    with zipfile.ZipFile(PACK / task / "samples.zip") as archive:
        labels = archive.read("y_labels.csv")
    model = sha256((PACK / task / model_name(task)).read_bytes())
    count = len(labels.decode("ascii").split())
    yield '      "starter": {'
    yield f'        "model": {{ "file": "{model_name(task)}", "sha256": "{model}" }},'
    yield f'        "list": {{ "name": "starter-{count}", "sha256": "{sha256(labels)}", "samples": {count} }},'
    if threshold is not None:
        yield f'        "threshold": {threshold},'
    yield f'        "correct": {correct}'
    yield "      }"


def enter(path, sets):
    """Writes suite.json with these starter sets in place of those that it has, each after its task's lists."""
    suite = json.loads(SUITE.read_text())
    for task in sets:
        suite["tasks"][task].pop("starter", None)
    lines, task, inside = [], None, False
    for line in SUITE.read_text().splitlines():
        name = line.strip().split('"')[1] if line.startswith('    "') else None
        task = name or task
        inside = inside or line.startswith('      "starter"')
        if inside:
            inside = line != "      }"
            continue
        if line in ("    }", "    },") and task in sets:
            lines[-1] = lines[-1].rstrip(",") + ","
            lines += starter_set(task, *sets.pop(task))
        lines.append(line)
    path.write_text("\n".join(lines) + "\n")


def threshold_of(task, work):
    """The score that the share FALSE_ALARMS of the normal calibration sounds lies above, to four digits."""
    folder = work / "calibration" / task
    folder.mkdir(parents=True)
    shutil.copy(PACK / task / model_name(task), folder)
    shutil.copy(PACK / task / "calibration.zip", folder / "samples.zip")
    enter(work / "suite.json", {task: (0, 0)})
    run = json.loads(tool("run", "--suite", work / "suite.json", "--starter", work / "calibration", "--task", task,
                          "--mode", "accuracy", "--out", work / "out", "--json"))["runs"][0]
    answers = json.loads(Path(run["record"]).read_text())["quality"]["answersSha256"]
    with open(work / "out" / f"answers-{answers}.csv", encoding="ascii") as file:
        scores = sorted(float(row["score"]) for row in csv.DictReader(file) if row["class"] == "0")
    return float(f"{scores[int(len(scores) * (1 - FALSE_ALARMS))]:.4g}")


def main():
    tasks = [task for task in ("ad01", "ic01", "kws01", "vww01") if (PACK / task / model_name(task)).exists()]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        thresholds = {task: threshold_of(task, work) if task == "ad01" else None for task in tasks}
        enter(SUITE, {task: (thresholds[task], 0) for task in tasks})
        figures = {}
        for task in tasks:
            figures[task] = json.loads(tool("run", "--suite", SUITE, "--starter", PACK, "--task", task, "--mode", "accuracy",
                                            "--out", work / "out", "--json"))["runs"][0]
        enter(SUITE, {task: (thresholds[task], figures[task]["correct"]) for task in tasks})
    tool("conformance", "record", "--suite", SUITE, "--starter", PACK, "--out", PACK / "golden")
    for task, figure in figures.items():
        area = f", AUC {figure['auc']:.4f} at the threshold {thresholds[task]}" if "auc" in figure else ""
        print(f"{task}: {figure['correct']} of {figure['samples']}{area}")


if __name__ == "__main__":
    main()
