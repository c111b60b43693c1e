namespace Tiny.Bench.Results.Packaging;

/// <summary>Where records are to be handed in.</summary>
/// <param name="Out">Folder of the round; made when it is not there.</param>
/// <param name="Division"><c>closed</c> or <c>open</c>.</param>
/// <param name="Submitter">Name of the submitter's folder.</param>
/// <param name="System">Name of the system's folder and description.</param>
public sealed record PackageRequest(string Out, string Division, string Submitter, string System)
{
    /// <summary>What is wrong with the names; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Division is not ("closed" or "open"))
            faults.Add($"the division is \"{Division}\"; expected closed or open");
        foreach ((string what, string name) in new[] { ("submitter", Submitter), ("system", System) })
        {
            if (!IsFolderName(name))
                faults.Add($"the {what} is \"{name}\"; expected a name of letters, digits, '.', '-' and '_' that starts with no dot");
        }

        return faults;
    }

    // What TB0106 asks, and what every file system takes.
    private static bool IsFolderName(string name) =>
        name.Length is > 0 and <= 100 && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
