package org.calx.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireCodesTest {

    static Stream<Method> mappings() {
        return Arrays.stream(WireCodes.class.getMethods())
                .filter(method -> method.getName().equals("of") && method.getParameterTypes()[0].isEnum());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void theSchemaHasTheVocabularysNamesInItsOrder(Method mapping) throws ReflectiveOperationException {
        Object[] values = mapping.getParameterTypes()[0].getEnumConstants();
        List<String> codes = Arrays.stream(mapping.getReturnType().getEnumConstants())
                .map(Object::toString)
                .filter(name -> !name.equals("NULL_VAL"))
                .toList();
        assertThat(codes).isEqualTo(Arrays.stream(values).map(Object::toString).toList());
        for (Object value : values) {
            assertThat(mapping.invoke(null, value)).hasToString(value.toString());
        }
    }
}
