// SPDX-License-Identifier: GPL-2.0-only WITH Classpath-exception-2.0
package dev.preheat.conformance.reducer;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;

/**
 * Finds the places of a program where a cut of one kind can be made. The heads of loops stay as
 * they are, so that every loop ends.
 */
final class Cuts extends TreeScanner<Void, Void> {
  private final String text;
  private final JavaText source;
  private final Cut cut;
  private final List<Edit> edits = new ArrayList<>();

  private Cuts(String text, JavaText source, Cut cut) {
    this.text = text;
    this.source = source;
    this.cut = cut;
  }

  /** In the order of their starts, outer ones before inner ones. */
  static List<Edit> of(String text, Cut cut) throws IOException {
    JavaText source = JavaText.parse(text);
    Cuts cuts = new Cuts(text, source, cut);
    cuts.scan(source.unit(), null);
    cuts.edits.removeIf(edit -> edit.start() < 0 || edit.end() <= edit.start());
    return cuts.edits;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree instanceof ExpressionTree expression) {
      expression(expression);
    }
    return super.scan(tree, null);
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    tree.getMembers().forEach(member -> remove(Cut.MEMBER, member));
    return scan(tree.getMembers(), null);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void nothing) {
    if (tree.getBody() != null && tree.getReturnType() != null) {
      replace(Cut.BODY, tree.getBody(), "{" + returning(tree.getReturnType()) + "}");
    }
    return scan(tree.getBody(), null);
  }

  private static String returning(Tree type) {
    if (!(type instanceof PrimitiveTypeTree primitive)) {
      return "return null;";
    }
    TypeKind kind = primitive.getPrimitiveTypeKind();
    return kind == TypeKind.VOID ? "" : kind == TypeKind.BOOLEAN ? "return false;" : "return 0;";
  }

  @Override
  public Void visitBlock(BlockTree tree, Void nothing) {
    for (StatementTree each : tree.getStatements()) {
      remove(Cut.STATEMENT, each);
      if (each instanceof BlockTree block) {
        String braced = text(block);
        replace(Cut.FIRST_INNER, block, braced.substring(1, braced.length() - 1));
      }
    }
    return super.visitBlock(tree, null);
  }

  @Override
  public Void visitCase(CaseTree tree, Void nothing) {
    if (tree.getStatements() != null) {
      tree.getStatements().forEach(each -> remove(Cut.STATEMENT, each));
    }
    return scan(tree.getBody() != null ? List.of(tree.getBody()) : tree.getStatements(), null);
  }

  @Override
  public Void visitIf(IfTree tree, Void nothing) {
    StatementTree otherwise = tree.getElseStatement();
    inner(tree, tree.getThenStatement(), otherwise == null ? tree.getThenStatement() : otherwise);
    return super.visitIf(tree, null);
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void nothing) {
    inner(tree, tree.getBlock(), tree.getBlock());
    return super.visitSynchronized(tree, null);
  }

  @Override
  public Void visitTry(TryTree tree, Void nothing) {
    BlockTree last = tree.getFinallyBlock();
    if (last == null) {
      last = tree.getCatches().isEmpty() ? tree.getBlock() : tree.getCatches().get(0).getBlock();
    }
    inner(tree, tree.getBlock(), last);
    if (tree.getFinallyBlock() != null) {
      tree.getCatches().forEach(each -> remove(Cut.STATEMENT, each));
    }
    return super.visitTry(tree, null);
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void nothing) {
    inner(tree, tree.getStatement(), tree.getStatement());
    return super.visitLabeledStatement(tree, null);
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void nothing) {
    inner(tree, tree.getStatement(), tree.getStatement());
    return scan(tree.getStatement(), null);
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    inner(tree, tree.getStatement(), tree.getStatement());
    return scan(tree.getStatement(), null);
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void nothing) {
    inner(tree, tree.getStatement(), tree.getStatement());
    return scan(tree.getStatement(), null);
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void nothing) {
    inner(tree, tree.getStatement(), tree.getStatement());
    return scan(tree.getStatement(), null);
  }

  private void expression(ExpressionTree tree) {
    List<? extends Tree> operands = operands(tree);
    if (operands == null) {
      return;
    }
    if (!operands.isEmpty()) {
      replace(Cut.FIRST_OPERAND, tree, text(operands.get(0)));
      if (operands.size() > 1) {
        replace(Cut.LAST_OPERAND, tree, text(operands.get(operands.size() - 1)));
      }
    }
    replace(Cut.ZERO, tree, "0");
    replace(Cut.FALSE, tree, "false");
    replace(Cut.NULL, tree, "null");
  }

  /** Null for what stays. */
  private static List<? extends Tree> operands(ExpressionTree tree) {
    return switch (tree) {
      case BinaryTree each -> List.of(each.getLeftOperand(), each.getRightOperand());
      case UnaryTree each -> List.of(each.getExpression());
      case ConditionalExpressionTree each ->
          List.of(each.getTrueExpression(), each.getFalseExpression());
      case TypeCastTree each -> List.of(each.getExpression());
      case ParenthesizedTree each -> List.of(each.getExpression());
      case ArrayAccessTree each -> List.of(each.getExpression(), each.getIndex());
      case AssignmentTree each -> List.of(each.getExpression());
      case CompoundAssignmentTree each -> List.of(each.getExpression());
      case MethodInvocationTree each -> each.getArguments();
      case NewClassTree each -> each.getArguments();
      case NewArrayTree _, SwitchExpressionTree _, IdentifierTree _, MemberSelectTree _ ->
          List.of();
      default -> null;
    };
  }

  private void inner(StatementTree tree, StatementTree first, StatementTree last) {
    replace(Cut.FIRST_INNER, tree, text(first));
    if (first != last) {
      replace(Cut.LAST_INNER, tree, text(last));
    }
  }

  private void remove(Cut kind, Tree tree) {
    replace(kind, tree, "");
  }

  private void replace(Cut kind, Tree tree, String replacement) {
    if (kind == cut) {
      edits.add(new Edit(source.start(tree), source.end(tree), replacement));
    }
  }

  private String text(Tree tree) {
    int start = source.start(tree);
    int end = source.end(tree);
    return start < 0 || end < start ? "" : text.substring(start, end);
  }
}
