"""The JSON Schema files."""

import json
from pathlib import Path

from builder.schema.export import json_schemas
from tests.unit.command_line import CommandLine


def test_every_schema_is_written_and_named(run: CommandLine) -> None:
    result = run("schema")
    folder = run.project / "schemas"
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(folder / name) for name in sorted(json_schemas())]
    for name, schema in json_schemas().items():
        assert json.loads((folder / name).read_text(encoding="utf-8")) == schema


def test_another_folder_needs_no_project(run: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("--project", str(tmp_path / "nergens"), "schema", "--out", str(out))
    assert result.exit_code == 0
    assert sorted(file.name for file in out.iterdir()) == sorted(json_schemas())
