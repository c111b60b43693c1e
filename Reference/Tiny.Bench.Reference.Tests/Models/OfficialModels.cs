using Tiny.Bench.Testing;

namespace Tiny.Bench.Reference.Models;

/// <summary>The official models by file name.</summary>
internal static class OfficialModels
{
    /// <summary>The int8 and the float models.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        "ad01_fp32.tflite",
        "ad01_int8.tflite",
        "kws_ref_model.tflite",
        "model_ToyCar_quant_fullint.tflite",
        "pretrainedResnet.tflite",
        "pretrainedResnet_large_int8.tflite",
        "pretrainedResnet_quant.tflite",
        "str_ww_ref_model.tflite",
        "vww_96_float.tflite",
        "vww_96_int8.tflite",
    ];

    public static TfliteModel Load(string file) => TfliteModel.Load(Official.Model(file));
}
