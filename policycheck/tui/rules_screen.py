"""The rules screen: which rules there are, why, what has happened, and examples that are run before your eyes."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import Any, ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static, Tree
from textual.widgets.tree import TreeNode

from policycheck.errors import InputError
from policycheck.tui import lines, rule_story
from policycheck.tui.checking import RulesRead
from policycheck.tui.line_input import Line
from policycheck.tui.post import Desk
from policycheck.tui.press import Key, KeyBar, Press

_SHORT_WAIT = 0.15

_LETTERS: list[BindingType] = [
    Binding('slash', 'screen.search', show=False),
    Binding('t,T', 'screen.all_examples', show=False),
    Binding('r,R', 'screen.reload', show=False),
    Binding('e,E', 'screen.edit_rule', show=False),
    Binding('o,O', 'screen.turn_on', show=False),
]


class _Rules(Tree[int]):
    BINDINGS: ClassVar[list[BindingType]] = _LETTERS


class _Told(VerticalScroll):
    BINDINGS: ClassVar[list[BindingType]] = _LETTERS


class RulesScreen(Screen[None]):
    """A tree of rules, one of them told; a line to try a sentence with."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding('escape', 'app.check', show=False)]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.number: int | None = None
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Tabs, tree and search, the rule, the keys."""
        look = self.desk.look
        yield lines.top(look, 'rules')
        with Horizontal(id='rules-work'):
            with Vertical(id='rules-left', classes='pane'):
                yield Line(placeholder=look.say('rules.search'), compact=True, id='search')
                tree = _Rules('', id='tree')
                tree.show_root = False
                tree.guide_depth = 2
                yield tree
            with Vertical(id='rules-right', classes='pane'):
                with _Told(id='rule'):
                    yield Static('', markup=False, id='rule-text')
                    yield Static('', markup=False, id='rule-examples')
                yield Line(placeholder=look.say('rules.try'), compact=True, id='try')
                yield Static('', markup=False, id='tried')
        with Horizontal(id='status'):
            yield Static('', markup=False, id='rules-status')
        yield KeyBar(self.keys())

    def keys(self) -> list[Key]:
        """The keys of this screen, the most needed first."""
        keys = (
            ('help', 'F1', 'app.help'), ('check', 'F2', 'app.check'), ('search', '/', 'search'),
            ('examples', 'T', 'all_examples'), ('edit_rule', 'E', 'edit_rule'),
            ('all', '^P', 'app.command_palette'), ('quit', '^Q', 'app.leave'),
        )  # fmt: skip
        return [Key(key, self.desk.look.say(f'key.{id}'), action) for id, key, action in keys]

    def on_mount(self) -> None:
        """The tree, with its first rule told."""
        look = self.desk.look
        self.query_one('#rules-left').border_title = look.say('tab.rules')
        self.query_one('#context', Press).update(
            Content(os.path.basename(self.desk.checker.policy or '') or look.say('settings.built_in'))
        )
        self.show_tree('')
        self.query_one('#tree').focus()

    def rules_read(self, news: RulesRead) -> None:
        """The files have changed: the tree follows, or the fault is told."""
        if news.problem is None:
            self.show_tree(self.query_one('#search', Input).value)
            if self.number is not None:
                self._tell(self.number)
        else:
            self._status(news.problem)

    def show_tree(self, wanted: str) -> None:
        """Fills the tree with the rules that hold the words."""
        ruleset, look = self.desk.checker.ruleset, self.desk.look
        tree = self.query_one('#tree', _Rules)
        chosen = self._chosen_id()
        tree.clear()
        if ruleset is None:
            self._status(look.say('state.loading'))
            return
        words = wanted.lower().split()
        topics: dict[str, TreeNode[int]] = {}
        first: TreeNode[int] | None = None
        same: TreeNode[int] | None = None
        for number in sorted(range(len(ruleset.rules)), key=lambda at: ruleset.rules[at].id):
            rule = ruleset.rules[number]
            text = ' '.join((rule.id, rule.category, *rule.title.values(), *rule.why.values())).lower()
            if not all(word in text for word in words):
                continue
            topic = rule.id.split('/')[0]
            if topic not in topics:
                topics[topic] = tree.root.add(_label(rule_story.topic(topic, look)), expand=bool(words))
            level = rule_story.level_of(rule)
            leaf = topics[topic].add_leaf(
                _label(f'{look.sign(level)} {look.texts(rule.short or rule.title)}'), data=number
            )
            first = first or leaf
            same = leaf if rule.id == chosen else same
        at = same or first
        if at is not None and at.parent is not None and at.data is not None:
            at.parent.expand()
            tree.move_cursor(at)
            if at.data != self.number:
                self._tell(at.data)
        off = len(self.desk.settings.off)
        self._status(
            look.say('rules.count', count=len(ruleset.rules))
            + (f'  {look.say("rules.off", count=off)}' if off else '')
        )

    def _chosen_id(self) -> str | None:
        ruleset = self.desk.checker.ruleset
        if ruleset is None or self.number is None or self.number >= len(ruleset.rules):
            return None
        return ruleset.rules[self.number].id

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[int]) -> None:
        """Tells of the rule under the cursor."""
        if event.node.data is not None and event.node.data != self.number:
            self._tell(event.node.data)

    def on_tree_node_selected(self, event: Tree.NodeSelected[int]) -> None:
        """Enter goes to the text of the rule."""
        if event.node.data is not None:
            self.query_one('#rule').focus()

    def _tell(self, number: int) -> None:
        ruleset, look = self.desk.checker.ruleset, self.desk.look
        if ruleset is None or number >= len(ruleset.rules):
            return
        self.number = number
        rule = ruleset.rules[number]
        off = rule.id in self.desk.settings.off
        self.query_one('#rules-right').border_title = Content(look.texts(rule.title))
        self.query_one('#rule-text', Static).update(rule_story.told(rule, ruleset, look, off=off))
        self.query_one('#rule-examples', Static).update(Content(look.say('rules.running')))
        self.query_one('#rule', VerticalScroll).scroll_home(animate=False)
        self.run_worker(
            lambda: self._run(number), thread=True, exclusive=True, group='examples', exit_on_error=False
        )
        self._try()

    def _run(self, number: int) -> None:
        ruleset, look = self.desk.checker.ruleset, self.desk.look
        assert ruleset is not None
        try:
            told = rule_story.examples(
                rule_story.run_examples(number, ruleset, self.desk.checker.cache), look
            )
        except InputError as err:
            told = Content(rule_story.failed(err))
        except Exception as err:
            told = Content(type(err).__name__)
        self.app.call_from_thread(self._ran, number, told)

    def _ran(self, number: int, told: Content) -> None:
        if number == self.number:
            self.query_one('#rule-examples', Static).update(told)

    # ---- a sentence to try

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches, or tries the sentence after a moment."""
        if event.input.id == 'search':
            self.show_tree(event.value)
            return
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_SHORT_WAIT, self._try)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter leaves the search for the tree."""
        if event.input.id == 'search':
            self.query_one('#tree').focus()

    def _try(self) -> None:
        text = self.query_one('#try', Input).value
        if not text.strip():
            self.query_one('#tried', Static).update('')
            return
        number = self.number
        self.run_worker(
            lambda: self._tried(text, number), thread=True, exclusive=True, group='try', exit_on_error=False
        )

    def _tried(self, text: str, number: int | None) -> None:
        ruleset = self.desk.checker.ruleset
        if ruleset is not None and number is not None:
            told = rule_story.tried(text, number, ruleset, self.desk.post.given, self.desk.look)
            self.app.call_from_thread(self.query_one('#tried', Static).update, Content(told))

    def _status(self, text: str) -> None:
        self.query_one('#rules-status', Static).update(Content(text))

    # ---- keys

    def action_search(self) -> None:
        """To the search."""
        self.query_one('#search').focus()

    def action_reload(self) -> None:
        """Reads the files again."""
        self.desk.checker.read_again()

    def action_edit_rule(self) -> None:
        """Opens the rule's file in the user's editor; the rules are read again afterwards."""
        ruleset, look = self.desk.checker.ruleset, self.desk.look
        if ruleset is None or self.number is None:
            return
        path = ruleset.origins[self.number]['path']
        editor = (
            os.environ.get('VISUAL') or os.environ.get('EDITOR') or ('notepad' if os.name == 'nt' else 'vi')
        )
        try:
            with self.app.suspend():
                subprocess.run([*shlex.split(editor), path], check=False)
        except (SuspendNotSupported, OSError, ValueError):
            self.notify(look.say('rules.no_editor', path=path), markup=False, timeout=10)
        self.desk.checker.read_again()

    def action_turn_on(self) -> None:
        """Turns a tip on again that this user had turned off."""
        from policycheck.tui import commands

        chosen = self._chosen_id()
        if chosen in self.desk.settings.off:
            app: Any = self.app
            commands.change(app, off=tuple(one for one in self.desk.settings.off if one != chosen))
            assert self.number is not None
            self._tell(self.number)
            app.checking.show_found(patient=False)

    def action_all_examples(self) -> None:
        """Runs the examples of all rules and tells which fail."""
        self.run_worker(self._run_all, thread=True, exclusive=True, group='all', exit_on_error=False)

    def _run_all(self) -> None:
        from textual.worker import get_current_worker

        ruleset, look, worker = self.desk.checker.ruleset, self.desk.look, get_current_worker()
        if ruleset is None:
            return
        wrong: list[str] = []
        total = len(ruleset.rules)
        for number in range(total):
            if worker.is_cancelled:
                return
            try:
                found = rule_story.run_examples(number, ruleset, self.desk.checker.cache)
                bad = not all(one.holds for one in found)
            except InputError:
                bad = True
            if bad:
                wrong.append(ruleset.rules[number].id)
            told = look.say('rules.ran', at=number + 1, all=total, failed=len(wrong))
            if number % 5 == 0 or number + 1 == total:
                self.app.call_from_thread(self._status, f'{told}  {", ".join(wrong[:3])}')


def _label(text: str) -> Any:
    from rich.text import Text

    return Text(text)
