"""What a content repository gets of us: the configuration of hooks and of CI, as files."""

from __future__ import annotations

import os

from policycheck import __version__
from policycheck.records import NamedTuple

_SOURCE = 'https://github.com/policycheck/policycheck'
"""Where pre-commit fetches the hooks from, once; nothing is fetched when they run."""

PRE_COMMIT = '.pre-commit-config.yaml'

_HOOKS = f"""\
  # posts are read before they are committed; nothing leaves the computer
  - repo: {_SOURCE}
    rev: v{__version__}
    hooks:
      - id: policycheck
      - id: policycheck-rules
"""

_GITHUB = """\
name: policycheck
on: [pull_request]
permissions: {contents: read}
jobs:
  posts:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {fetch-depth: 0}
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install policycheck
      - run: policycheck check --diff "origin/${{ github.base_ref }}" --format github
"""

_GITLAB = """\
policycheck:
  image: python:3.12
  rules: [{if: $CI_PIPELINE_SOURCE == "merge_request_event"}]
  variables: {GIT_DEPTH: "0"}
  script:
    - pip install policycheck
    - policycheck check --diff "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" --output gitlab=codequality.json
  artifacts:
    when: always
    reports: {codequality: codequality.json}
"""


class Piece(NamedTuple):
    """A file that is to be written, or ``there`` already: then its content is to be put in by hand."""

    path: str
    content: str
    there: bool


def pieces(folder: str) -> list[Piece]:
    """The files for a repository: hooks, and each CI that it has; GitHub's where it has none."""
    hooks = os.path.join(folder, PRE_COMMIT)
    gitlab = os.path.join(folder, '.gitlab-ci.yml')
    github = os.path.join(folder, '.github')
    there = os.path.lexists(hooks)
    found = [Piece(hooks, _HOOKS if there else f'repos:\n{_HOOKS}', there)]
    if os.path.lexists(gitlab):
        found.append(Piece(gitlab, _GITLAB, True))
    if os.path.lexists(github) or not os.path.lexists(gitlab):
        workflow = os.path.join(github, 'workflows', 'policycheck.yml')
        found.append(Piece(workflow, _GITHUB, os.path.lexists(workflow)))
    return found
