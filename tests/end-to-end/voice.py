# SPDX-License-Identifier: GPL-3.0-or-later
"""A voice that a test hears: as much of SSIP as a client asks for, answered as speech-dispatcher 0.11 does. What is
said ends when the test wants it to. Leaves out sound."""
import contextlib
import socket
import threading


class Voice:
    """One client after the other, on a socket of its own."""

    def __init__(self, path):
        self.address = 'unix_socket:%s' % path
        self.said = []  # of what was asked for: language and words
        self.is_saying = False
        self.language = None
        self.client = None
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(str(path))
        self.server.listen()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            self.client = self.server.accept()[0]
            with contextlib.suppress(ConnectionError), self.client.makefile(encoding='utf-8', newline='\r\n') as lines:
                for line in lines:
                    self.take(line.strip(), lines)

    def answer(self, *lines):
        self.client.sendall(''.join(line + '\r\n' for line in lines).encode())

    def tell(self, code, what):
        self.answer('%d-%d' % (code, len(self.said)), '%d-7' % code, '%d %s' % (code, what))

    def take(self, line, lines):
        if line.startswith('SET SELF'):
            self.language = line.split()[-1] if 'LANGUAGE' in line else self.language
            self.answer('203 OK SET')
        elif line == 'GET RATE':
            self.answer('251-10', '251 OK GET RETURNED')
        elif line == 'SPEAK':
            self.answer('230 OK RECEIVING DATA')
            words = []
            for words_line in lines:
                if words_line.strip() == '.':
                    break
                words.append(words_line.strip())
            self.said.append((self.language, '\n'.join(words)))
            self.is_saying = True
            self.answer('225-%d' % len(self.said), '225 OK MESSAGE QUEUED')
            self.tell(701, 'BEGIN')
        elif line == 'CANCEL SELF':
            if self.is_saying:
                self.is_saying = False
                self.tell(703, 'CANCELED')
            self.answer('210 OK CANCELED')
        else:
            self.answer('500 ERR INVALID COMMAND')

    def end(self):
        """It has come to the end of the words."""
        self.is_saying = False
        self.tell(702, 'END')
