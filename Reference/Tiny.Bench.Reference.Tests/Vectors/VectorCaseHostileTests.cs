using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Vectors;

public sealed class VectorCaseHostileTests : IDisposable
{
    private const string Same = """{"stride":[1,1],"padding":{"top":0,"left":0},"requant":{"multiplier":[1073741824],"shift":[1]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("maximum", "{}", "input1=int8[0] input2=int8[0] output=int8[0]", "no elements")]
    [InlineData("maximum", "{}", "input1=int8[2,1] input2=int8[1,2] output=int8[2]", "the parameters give 4")]
    [InlineData("transpose", """{"perm":[1,0]}""", "input=int8[2,1] output=int8[2,1]", "gives [1,2]")]
    [InlineData("pad", """{"pre":[1],"post":[0],"pad_value":128}""", "input=int8[1] output=int8[2]", "pad_value 128")]
    [InlineData("mul", """{"output_multiplier":1,"output_shift":-32}""", "input1=int8[1] input2=int8[1] output=int8[1]", "shift -32")]
    [InlineData("conv2d", Same + ""","groups":2}""", "input=int8[1,1,1,2] weights=int8[1,1,1,2] output=int8[1,1,1,1]", "2 groups")]
    [InlineData("conv2d", Same + ""","has_bias":true}""", "input=int8[1,1,1,2] weights=int8[1,1,1,2] output=int8[1,1,1,1]", "has_bias")]
    [InlineData("conv2d", Same + "}", "input=int8[1,1,1,2] weights=int8[0,1,1,2] output=int8[1,1,1,0]", "empty")]
    [InlineData("conv2d", """{"stride":[1048576,1],"padding":{"top":0,"left":0}}""", "input=int8[1,4096,1,1] weights=int8[1,1,1,1] output=int8[1,4096,1,1]", "too far")]
    [InlineData("max_pool2d", """{"padding":{"top":0,"left":0}}""", "input=int8[1,1,1,1] output=int8[1,1,1,1]", "no parameter filter")]
    [InlineData("max_pool2d", """{"filter":[512,512],"padding":{"top":0,"left":0}}""", "input=int8[1,512,512,1] output=int8[1,512,512,1]", "steps")]
    [InlineData("softmax", """{"input_multiplier":1073741824,"input_left_shift":4,"diff_min":-8}""", "input=int8[4096] output=int8[4096]", "4095")]
    [InlineData("softmax", """{"input_multiplier":1073741824,"input_left_shift":4,"diff_min":1}""", "input=int8[4] output=int8[4]", "diff_min 1")]
    [InlineData("mean", """{"axes":[2],"output_multiplier":1,"output_shift":0}""", "input=int8[1,2] output=int8[1]", "along [2]")]
    [InlineData("mean", """{"axes":[],"output_multiplier":1,"output_shift":0}""", "input=int8[0,2] output=int8[1]", "with elements")]
    [InlineData("sum", """{"axes":[0],"output_multiplier":1,"output_shift":0}""", "input=int8[1,2] output=int8[1]", "the parameters give 2")]
    [InlineData("logistic", """{"input_radius":9,"input_multiplier":2147483647,"input_left_shift":30}""", "input=int8[1] output=int8[1]", "up to 9")]
    [InlineData("tanh", """{"input_radius":9,"input_multiplier":1,"input_left_shift":0,"input_zero_point":128}""", "input=int8[1] output=int8[1]", "zero point 128")]
    [InlineData("tanh", """{"input_radius":9,"input_multiplier":1,"input_left_shift":31}""", "input=int8[1] output=int8[1]", "shift 31")]
    [InlineData("relu6", """{"activation_min":-129,"activation_max":5}""", "input=int8[1] output=int8[1]", "-129 .. 5")]
    [InlineData("hard_swish", """{"output_multiplier":32768,"output_shift":0,"reluish_multiplier":1,"reluish_shift":0}""", "input=int8[1] output=int8[1]", "15 bits")]
    [InlineData("hard_swish", """{"output_multiplier":1,"output_shift":1,"reluish_multiplier":1,"reluish_shift":0}""", "input=int8[1] output=int8[1]", "left by 0")]
    [InlineData("leaky_relu", """{"alpha_multiplier":-2147483648,"alpha_shift":0}""", "input=int8[1] output=int8[1]", "alpha_multiplier")]
    [InlineData("quantize", """{"scale_bits":0,"zero_point":0}""", "input_bits=int32[1] output=int8[1]", "the scale 0")]
    [InlineData("dequantize", """{"scale_bits":2143289344,"zero_point":0}""", "input=int8[1] output=int32[1]", "the scale NaN")]
    [InlineData("prepare", """{"operator":"relu"}""", "scale_bits=int32[1,3] output=int32[2]", "rows of 2")]
    [InlineData("prepare", """{"operator":"relu"}""", "scale_bits=int32[1,2] output=int32[2]", "the scale 0")]
    [InlineData("window_prep", "{}", "geometry=int32[1,5] output=int32[2]", "[0,0,0,0,0]")]
    [InlineData("reshape", "{}", "input=int8[1,2] output=int8[1]", "the parameters give 2")]
    [InlineData("reshape", "{}", "input=int16[1] output=int8[1]", "one type")]
    [InlineData("concatenation", """{"axis":0}""", "output=int8[1]", "no tensor input0")]
    [InlineData("concatenation", """{"axis":1}""", "input0=int8[1] output=int8[1]", "axis is 1")]
    [InlineData("concatenation", """{"axis":0}""", "input0=int8[2] input1=int8[2] output=int8[3]", "to [3]")]
    [InlineData("concatenation", """{"axis":0}""", "input0=int8[2] output=int8[3]", "the inputs give [2]")]
    [InlineData("pack", """{"axis":0}""", "input0=int8[2] input1=int8[1] output=int8[2,2]", "one shape")]
    [InlineData("pack", """{"axis":-1}""", "input0=int8[2] input1=int8[2] output=int8[1,4]", "the inputs give [2,2]")]
    [InlineData("split", """{"axis":0,"parts":2}""", "input=int8[3] output=int8[2,1]", "of one size")]
    [InlineData("split", """{"axis":0,"parts":0}""", "input=int8[3] output=int8[1]", "of one size")]
    [InlineData("strided_slice", """{"begin":[0],"end":[1],"strides":[0]}""", "input=int8[3] output=int8[1]", "stride along axis 0")]
    [InlineData("strided_slice", """{"begin":[3],"end":[1],"strides":[1],"shrink_axis_mask":1}""", "input=int8[3] output=int8[1]", "picks no element")]
    [InlineData("strided_slice", """{"begin":[0,0],"end":[1],"strides":[1]}""", "input=int8[3] output=int8[1]", "one for each of 1 axes")]
    [InlineData("network", """{"layers":[7]}""", "input=int8[1] output=int8[1]", "expected objects")]
    [InlineData("network", """{"layers":[{"op":"transpose","perm":[0],"output_shape":[1073741824]}]}""", "input=int8[1] output=int8[1]", "268435456")]
    [InlineData("network", """{"layers":[{"op":"transpose","perm":[0],"output_shape":[1,1,1,1,1,1,1,1,1]}]}""", "input=int8[1] output=int8[1]", "at most 8")]
    public void A_case_that_lies_is_refused_with_what_was_expected(string operation, string parameters, string tensors, string expected)
    {
        Write(operation, parameters, tensors);
        var error = Assert.Throws<VectorFormatException>(() => Run());
        Assert.StartsWith("a/b", error.Where, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("average_pool2d", """{"filter":[1,1],"dilation":[2,1],"padding":{"top":0,"left":0}}""", "input=int8[1,1,1,1] output=int8[1,1,1,1]")]
    [InlineData("transpose_conv2d", Same + ""","dilation":[1,2]}""", "input=int8[1,1,1,1] weights=int8[1,1,1,1] output=int8[1,1,1,1]")]
    public void A_dilation_that_no_kernel_has_is_unsupported(string operation, string parameters, string tensors)
    {
        Write(operation, parameters, tensors);
        Assert.Equal(VectorOutcome.Unsupported, Run().Outcome);
    }

    [Theory]
    [InlineData("manifest.json", "[]", "no JSON object")]
    [InlineData("manifest.json", """{"categories":7}""", "no list of objects")]
    [InlineData("manifest.json", """{"categories":[7]}""", "no list of objects")]
    [InlineData("a.jsonl", """{"id":"a\ud800","op":"add"}""", "surrogate")]
    [InlineData("a.jsonl", """{"id":"a","id":"b","op":"add"}""", "uplicate")]
    public void A_folder_that_lies_is_refused(string file, string content, string expected)
    {
        Write("maximum", "{}", "input1=int8[1] input2=int8[1] output=int8[1]");
        _folder.Write(file, content);
        Assert.Contains(expected, Assert.Throws<VectorFormatException>(() => Run()).Message, StringComparison.Ordinal);
    }

    // All tensors lie at the start of a blob of zeros.
    private void Write(string operation, string parameters, string tensors)
    {
        string[] members = [.. tensors.Split(' ').Select(Member)];
        _folder.Write("a.jsonl", $$"""{"id":"a/b","op":"{{operation}}","params":{{parameters}},"tensors":{ {{string.Join(',', members)}} } }""");
        _folder.Write("a.bin", new byte[1 << 18]);
    }

    private static string Member(string tensor)
    {
        string[] parts = tensor.Split('=', '[', ']');
        int count = parts[2].Split(',').Aggregate(1, (product, extent) => product * int.Parse(extent, System.Globalization.CultureInfo.InvariantCulture));
        return $$"""  "{{parts[0]}}":{"dtype":"{{parts[1]}}","shape":[{{parts[2]}}],"offset":0,"count":{{count}}}  """;
    }

    private VectorResult Run()
    {
        VectorSuite suite = VectorSuite.Open(_folder.Path);
        return suite.Refused.Count > 0 ? throw suite.Refused[0] : new VectorRunner(Dialect.DoubleRounding).Run(Assert.Single(suite.Cases));
    }
}
