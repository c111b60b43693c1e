using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

public class ModelSummaryTests
{
    [Fact]
    public void A_constant_without_a_fixed_size_counts_by_its_bytes()
    {
        OperatorModelTensor text = new(TensorType.String, 1) { Data = new byte[5] }, row = new(TensorType.Int8, 4);
        OperatorModel model = OperatorModel.Of(BuiltinOperator.Reshape, BuiltinOptionsType.None, [row, text, row]);

        ModelSummary summary = ModelSummary.Of(new Interpreter(TfliteModel.Parse(model.Write(), "m")));

        Assert.Equal((1, 5), (summary.Parameters, summary.ParameterBytes));
    }
}
