#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No circle of files: neither do headers include each other round in a circle, nor do rooms (a .c
with its .h) need each other's headers. A header without a .c is a part of whoever includes it."""
import collections
import re

from tap import Tap, files, read

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def circles(graph):
    """Tarjan's strongly connected components with more than one member, without recursion."""
    index, low, on_stack, stack, found = {}, {}, set(), [], []
    for root in graph:
        if root in index:
            continue
        work = [(root, iter(sorted(graph[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            target = next(targets, None)
            if target is not None:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(sorted(graph[target]))))
                elif target in on_stack:
                    low[node] = min(low[node], index[target])
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                component = []
                while not component or component[-1] != node:
                    component.append(stack.pop())
                    on_stack.discard(component[-1])
                if len(component) > 1:
                    found.append('circle: ' + ', '.join(sorted(component)))
    return found


def own_includes(name, headers):
    return {headers[header] for header in INCLUDE.findall(read(name)) if header in headers}


def header_graph(headers):
    return {str(name): {str(target) for target in own_includes(name, headers)} for name in headers.values()}


def room_graph(names, headers):
    rooms = {str(name.with_suffix('')) for name in names if name.suffix == '.c'}

    def targets(name, seen):
        """The rooms whose headers a file includes; through headers that belong to no room, too."""
        for header in own_includes(name, headers) - seen:
            seen.add(header)
            room = str(header.with_suffix(''))
            if room in rooms:
                yield room
            else:
                yield from targets(header, seen)
    graph = collections.defaultdict(set)
    for name in names:
        room = str(name.with_suffix(''))
        if room in rooms:
            graph[room] |= set(targets(name, set())) - {room}
    return graph


def main():
    tap = Tap()
    names = files('app/*/*.c', 'app/*/*.h')
    headers = {name.name: name for name in names if name.suffix == '.h'}
    tap.check('there is something to look at', [] if headers else ['no header below app/'])
    tap.check('no circle of headers', circles(header_graph(headers)))
    tap.check('no circle of rooms', circles(room_graph(names, headers)))
    tap.done()


if __name__ == '__main__':
    main()
