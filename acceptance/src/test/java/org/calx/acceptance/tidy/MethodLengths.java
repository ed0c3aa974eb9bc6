package org.calx.acceptance.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Measures methods with the compiler's own parser: from the line of the first modifier to the closing brace. */
final class MethodLengths extends TreePathScanner<Void, Void> {
    private final SourceTree tree;
    private final SourcePositions positions;
    private final Map<String, Integer> longest = new TreeMap<>();

    private MethodLengths(SourceTree tree, SourcePositions positions) {
        this.tree = tree;
        this.positions = positions;
    }

    /** Lines of each method by {@code path#Class.method}; the longest of overloads. */
    static Map<String, Integer> measure(SourceTree tree, List<Path> javaFiles) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(javaFiles));
            MethodLengths lengths = new MethodLengths(tree, Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                lengths.scan(unit, null);
            }
            return lengths.longest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        String file = tree.name(Path.of(unit.getSourceFile().toUri()));
        String owner = ((ClassTree) getCurrentPath().getParentPath().getLeaf())
                .getSimpleName()
                .toString();
        longest.merge(file + "#" + owner + "." + method.getName(), (int) (last - first + 1), Math::max);
        return super.visitMethod(method, nothing);
    }
}
