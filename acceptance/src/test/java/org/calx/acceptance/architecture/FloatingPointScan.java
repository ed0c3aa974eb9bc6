package org.calx.acceptance.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds floating point in compiled classes: fields, signatures and every instruction, local variables included, which
 * the sources can hide ({@code (long) (x * 0.5)}).
 */
final class FloatingPointScan {
    private static final Pattern OPCODE =
            Pattern.compile("[DF]A?(LOAD|STORE|ADD|SUB|MUL|DIV|REM|NEG|CONST|CMP|RETURN|2).*|[IL]2[DF]");

    private final String packageName;

    FloatingPointScan(String packageName) {
        this.packageName = packageName;
    }

    List<String> violations(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass scanned : classes) {
            String name = scanned.getPackageName();
            if (name.equals(packageName) || name.startsWith(packageName + ".")) {
                scan(scanned, found);
            }
        }
        return found;
    }

    private static void scan(JavaClass scanned, List<String> found) {
        ClassModel model = ClassFile.of().parse(bytes(scanned));
        for (FieldModel field : model.fields()) {
            if (isFloating(field.fieldType().stringValue())) {
                found.add(scanned.getName() + "." + field.fieldName().stringValue() + " is floating point");
            }
        }
        for (MethodModel method : model.methods()) {
            String where = scanned.getName() + "." + method.methodName().stringValue();
            if (isFloating(method.methodType().stringValue())) {
                found.add(where + " takes or gives floating point");
            }
            method.code().ifPresent(code -> code.forEach(element -> scan(element, where, found)));
        }
    }

    private static void scan(CodeElement element, String where, List<String> found) {
        if (!(element instanceof Instruction instruction)) {
            return;
        }
        boolean floating =
                switch (instruction) {
                    case ConstantInstruction constant ->
                        constant.constantValue() instanceof Double || constant.constantValue() instanceof Float;
                    case InvokeInstruction invoke -> isFloating(invoke.type().stringValue());
                    case FieldInstruction field -> isFloating(field.type().stringValue());
                    default -> OPCODE.matcher(instruction.opcode().name()).matches();
                };
        if (floating) {
            found.add(where + " computes in floating point: " + instruction.opcode());
        }
    }

    private static boolean isFloating(String descriptor) {
        String primitives = descriptor.replaceAll("L[^;]*;", "");
        return primitives.contains("D")
                || primitives.contains("F")
                || descriptor.contains("Ljava/lang/Double;")
                || descriptor.contains("Ljava/lang/Float;");
    }

    private static byte[] bytes(JavaClass scanned) {
        try (InputStream stream =
                scanned.getSource().orElseThrow().getUri().toURL().openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(scanned.getName(), e);
        }
    }
}
