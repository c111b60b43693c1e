namespace Tiny.Bench.Cli.Output;

/// <summary>How to come by what cannot ship with the tool.</summary>
internal static class OfficialFilesHelp
{
    public const string Text = """
        To run the tasks, get the official files (they belong to their publishers and cannot ship here):
          tinybench data fetch kws01     its model and its 1000 inputs, into the user's cache
          tinybench data list            all that is known: models, lists, and the raw data that the other inputs are made from
        or name folders in the official layout: tinybench run --models DIR --datasets DIR
        """;
}
