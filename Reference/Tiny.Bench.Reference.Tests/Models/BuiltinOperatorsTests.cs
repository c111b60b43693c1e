namespace Tiny.Bench.Reference.Models;

public sealed class BuiltinOperatorsTests
{
    // schema.fbs, enum BuiltinOperator
    [Theory]
    [InlineData(0, "ADD")]
    [InlineData(13, "LOCAL_RESPONSE_NORMALIZATION")]
    [InlineData(32, "CUSTOM")]
    [InlineData(44, "UNIDIRECTIONAL_SEQUENCE_LSTM")]
    [InlineData(52, "BIDIRECTIONAL_SEQUENCE_LSTM")]
    [InlineData(99, "SQUARED_DIFFERENCE")]
    [InlineData(111, "ELU")]
    [InlineData(127, "PLACEHOLDER_FOR_GREATER_OP_CODES")]
    [InlineData(150, "GELU")]
    [InlineData(161, "RIGHT_SHIFT")]
    [InlineData(200, "STABLEHLO_WHILE")]
    [InlineData(209, "STABLEHLO_CASE")]
    public void Spells_a_code_as_the_schema_does(int code, string name) => Assert.Equal(name, ((BuiltinOperator)code).SchemaName());

    [Theory]
    [InlineData(210, "BUILTIN_210")]
    [InlineData(int.MaxValue, "BUILTIN_2147483647")]
    [InlineData(-1, "BUILTIN_-1")]
    public void Numbers_a_code_that_the_schema_does_not_have(int code, string name) =>
        Assert.Equal(name, ((BuiltinOperator)code).SchemaName());

    [Fact]
    public void Every_member_has_the_number_of_the_operator_it_is_named_for()
    {
        foreach (BuiltinOperator code in Enum.GetValues<BuiltinOperator>())
            Assert.Equal(code.ToString().ToUpperInvariant(), code.SchemaName().Replace("_", "", StringComparison.Ordinal));
    }
}
