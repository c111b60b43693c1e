namespace Tiny.Bench.Cli.Output;

/// <summary>How to come by what cannot ship with the tool.</summary>
internal static class OfficialFilesHelp
{
    public const string Text = """
        To run the tasks, get the official files (they belong to their publishers and cannot ship here):
          models     github.com/mlcommons/tiny, benchmark/training/<task>/trained_models/*.tflite, all in one folder
          kws01      github.com/eembc/energyrunner, datasets/kws01: 1000 inputs beside y_labels.csv
          others     github.com/mlcommons/tiny, benchmark/evaluation/datasets: the lists, and scripts that make the inputs
        then: tinybench run --models DIR --datasets DIR
        """;
}
