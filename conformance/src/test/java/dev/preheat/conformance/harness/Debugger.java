// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.harness;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Method;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for a JVM, sets a breakpoint in one of its methods, and lets it go on at each stop. */
public final class Debugger implements AutoCloseable {
  private final String type;
  private final String method;
  private final ListeningConnector connector;
  private final Map<String, Connector.Argument> arguments;
  private final String address;
  private final CompletableFuture<List<String>> stops;

  private Debugger(String type, String method)
      throws IOException, IllegalConnectorArgumentsException {
    this.type = type;
    this.method = method;
    connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(each -> each.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue("localhost");
    address = connector.startListening(arguments);
    stops = CompletableFuture.supplyAsync(this::debug);
  }

  /** Starts to wait for a JVM. */
  public static Debugger listen(String type, String method)
      throws IOException, IllegalConnectorArgumentsException {
    return new Debugger(type, method);
  }

  /** Makes a JVM connect, and wait for this debugger before it runs anything. */
  public String option() {
    return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address;
  }

  /** The local variables at each stop, once the JVM has ended. */
  public List<String> stops() throws InterruptedException, ExecutionException {
    return stops.get();
  }

  @Override
  public void close() throws IOException, IllegalConnectorArgumentsException {
    connector.stopListening(arguments);
  }

  private List<String> debug() {
    List<String> found = new ArrayList<>();
    try {
      VirtualMachine vm = connector.accept(arguments);
      ClassPrepareRequest prepared = vm.eventRequestManager().createClassPrepareRequest();
      prepared.addClassFilter(type);
      prepared.enable();
      while (true) {
        EventSet events = vm.eventQueue().remove();
        for (Event event : events) {
          switch (event) {
            case ClassPrepareEvent prepare -> {
              Method stop = prepare.referenceType().methodsByName(method).get(0);
              vm.eventRequestManager().createBreakpointRequest(stop.location()).enable();
            }
            case BreakpointEvent stop -> found.add(variables(stop.thread().frame(0)));
            default -> {
              // The start and the end of the JVM.
            }
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      return found;
    } catch (InterruptedException
        | IOException
        | IllegalConnectorArgumentsException
        | IncompatibleThreadStateException
        | AbsentInformationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String variables(StackFrame frame) throws AbsentInformationException {
    List<String> values = new ArrayList<>();
    for (LocalVariable variable : frame.visibleVariables()) {
      values.add(variable.name() + "=" + frame.getValue(variable));
    }
    return String.join(" ", values);
  }
}
