using System.Text.Json;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Models;

/// <summary>What the official models are known to hold: operators, shapes and quantization as MLPerf Tiny publishes them.</summary>
public sealed class OfficialModelTests
{
    private const string MobileNetBlock = " DEPTHWISE_CONV_2D CONV_2D";
    private const string ResNetBlock = " CONV_2D CONV_2D CONV_2D ADD";
    private const string Classifier = " RESHAPE FULLY_CONNECTED SOFTMAX";

    public static TheoryData<string> Files => [.. OfficialModels.Files];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Is_one_graph_that_a_converter_made(string file)
    {
        TfliteModel model = OfficialModels.Load(file);
        Assert.Single(model.Subgraphs);
        Assert.Equal("main", model.Main.Name);
        Assert.Equal("MLIR Converted.", model.Description);
        Assert.Contains("min_runtime_version", model.Metadata);
        Assert.Equal(file, model.Source);
        Assert.Equal(new FileInfo(Official.Model(file)).Length, model.FileLength);
    }

    [SkippableTheory]
    [InlineData("kws_ref_model", "CONV_2D", MobileNetBlock, 4, " AVERAGE_POOL_2D" + Classifier)]
    [InlineData("vww_96_int8", "CONV_2D", MobileNetBlock, 13, " AVERAGE_POOL_2D" + Classifier)]
    [InlineData("vww_96_float", "CONV_2D", MobileNetBlock, 13, " AVERAGE_POOL_2D" + Classifier)]
    [InlineData("str_ww_ref_model", "", MobileNetBlock, 4, Classifier)]
    [InlineData("ad01_int8", "FULLY_CONNECTED", " FULLY_CONNECTED", 9, "")]
    [InlineData("ad01_fp32", "FULLY_CONNECTED", " FULLY_CONNECTED", 9, "")]
    [InlineData("model_ToyCar_quant_fullint", "QUANTIZE", " FULLY_CONNECTED", 10, " DEQUANTIZE")]
    [InlineData("pretrainedResnet_quant", "CONV_2D CONV_2D CONV_2D ADD", ResNetBlock, 2, " AVERAGE_POOL_2D" + Classifier)]
    [InlineData("pretrainedResnet_large_int8", "CONV_2D CONV_2D CONV_2D ADD", ResNetBlock, 2, " AVERAGE_POOL_2D" + Classifier)]
    [InlineData("pretrainedResnet", "CONV_2D CONV_2D CONV_2D ADD", ResNetBlock, 2, " AVERAGE_POOL_2D" + Classifier)]
    public void Has_the_operators_of_its_architecture(string model, string first, string block, int blocks, string last)
    {
        string expected = (first + string.Concat(Enumerable.Repeat(block, blocks)) + last).Trim();
        Assert.Equal(expected, string.Join(' ', OfficialModels.Load(model + ".tflite").Main.Operators.Select(op => op.Name)));
    }

    [SkippableTheory]
    [InlineData("kws_ref_model", "[1,49,10,1]", 0.584702909f, 83, "[1,12]", 1f / 256, -128)]
    [InlineData("vww_96_int8", "[1,96,96,3]", 1f / 255, -128, "[1,2]", 1f / 256, -128)]
    [InlineData("pretrainedResnet_quant", "[1,32,32,3]", 1f, -128, "[1,10]", 1f / 256, -128)]
    [InlineData("pretrainedResnet_large_int8", "[1,32,32,3]", 1f, -128, "[1,10]", 1f / 256, -128)]
    [InlineData("ad01_int8", "[1,640]", 0.391015232f, 89, "[1,640]", 0.364498466f, 96)]
    [InlineData("str_ww_ref_model", "[1,30,1,40]", 0.00370104262f, -128, "[1,3]", 1f / 256, -128)]
    public void Has_the_published_input_and_output(
        string model, string input, float inputScale, int inputZeroPoint, string output, float outputScale, int outputZeroPoint)
    {
        ModelSubgraph graph = OfficialModels.Load(model + ".tflite").Main;
        Check(graph.Tensors[Assert.Single(graph.Inputs)], input, inputScale, inputZeroPoint);
        Check(graph.Tensors[Assert.Single(graph.Outputs)], output, outputScale, outputZeroPoint);

        static void Check(ModelTensor tensor, string shape, float scale, int zeroPoint)
        {
            Assert.Equal(TensorType.Int8, tensor.Type);
            Assert.Equal(shape, tensor.Shape.ToString());
            Assert.Equal(scale, tensor.Quantization.Scale);
            Assert.Equal(zeroPoint, tensor.Quantization.ZeroPoint);
        }
    }

    // Published as "weights + bias"; both are the second and third input of every operator that multiplies.
    [SkippableTheory]
    [InlineData("kws_ref_model", 22_604)]
    [InlineData("vww_96_int8", 210_850)]
    [InlineData("vww_96_float", 210_850)]
    [InlineData("pretrainedResnet_quant", 77_706)]
    [InlineData("pretrainedResnet", 77_706)]
    [InlineData("pretrainedResnet_large_int8", 480_330)]
    [InlineData("ad01_int8", 265_864)]
    [InlineData("ad01_fp32", 265_864)]
    [InlineData("str_ww_ref_model", 46_883)]
    public void Has_the_published_number_of_weights(string model, int expected)
    {
        ModelSubgraph graph = OfficialModels.Load(model + ".tflite").Main;
        IEnumerable<int> parameters = graph.Operators.Where(op => op.Inputs.Count == 3).SelectMany(op => op.Inputs.Skip(1));
        Assert.Equal(expected, parameters.Sum(index => graph.Tensors[index].Shape.ElementCount));
    }

    [SkippableTheory]
    [InlineData("kws_ref_model")]
    [InlineData("vww_96_int8")]
    [InlineData("pretrainedResnet_quant")]
    [InlineData("pretrainedResnet_large_int8")]
    [InlineData("ad01_int8")]
    [InlineData("model_ToyCar_quant_fullint")]
    [InlineData("str_ww_ref_model")]
    public void Writes_the_tensors_that_TFLM_writes(string model)
    {
        ModelSubgraph graph = OfficialModels.Load(model + ".tflite").Main;
        using var golden = JsonDocument.Parse(File.ReadAllText(Official.Golden(model + ".json")));
        JsonElement activations = golden.RootElement.GetProperty("results")[0].GetProperty("activations");

        Assert.Equal(activations.GetArrayLength(), graph.Operators.Count);
        foreach (JsonElement activation in activations.EnumerateArray())
        {
            ModelOperator op = graph.Operators[activation.GetProperty("op").GetInt32()];
            ModelTensor output = graph.Tensors[Assert.Single(op.Outputs)];
            Assert.Equal(activation.GetProperty("name").GetString(), op.Name);
            Assert.Equal(activation.GetProperty("tensor").GetInt32(), output.Index);
            Assert.Equal(activation.GetProperty("type").GetString(), output.Type.SchemaName());
            IEnumerable<int> shape = activation.GetProperty("shape").EnumerateArray().Select(extent => extent.GetInt32());
            Assert.Equal(shape, output.Shape.Extents.ToArray());
        }
    }

    [SkippableFact]
    public void Convolutions_have_one_scale_per_output_channel()
    {
        ModelSubgraph graph = OfficialModels.Load("kws_ref_model.tflite").Main;
        Quantization convolution = graph.Tensors[graph.Operators[0].Inputs[1]].Quantization;
        Quantization depthwise = graph.Tensors[graph.Operators[1].Inputs[1]].Quantization;
        Assert.Equal((64, 0), (convolution.Scales.Length, convolution.Axis));
        Assert.Equal((64, 3), (depthwise.Scales.Length, depthwise.Axis));
    }
}
