package openlines.simulator.desk;

import jakarta.inject.Singleton;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Messages;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.Users;

/** What the page looks at. */
@Singleton
record Portal(Users users, Customers customers, Lines lines, Sessions sessions, Chats chats, Messages messages) {}
