"""Runs a notebook from top to bottom: `execute-notebook.py <from> <to>`. LINEAGE_URL names the server.

What is written to stderr is left out: progress bars, which are another thing on each machine.
"""

import os
import sys

import nbformat
from nbconvert.preprocessors import ExecutePreprocessor

source, target = sys.argv[1:]
examples = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../examples")
notebook = nbformat.read(source, as_version=4)
ExecutePreprocessor(timeout=120).preprocess(notebook, {"metadata": {"path": examples}})
for cell in notebook.cells:
    # When each cell ran.
    cell.metadata.pop("execution", None)
    if cell.cell_type == "code":
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
notebook.metadata.language_info = {"name": "python"}
nbformat.write(notebook, target)
