namespace Tiny.Bench.Testing;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder; skips the test where the assembly was moved out of it.</summary>
    public static string Root
    {
        get
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Tiny.Bench.sln")))
                    return folder.FullName;
            }

            Requirement.Missing("checkout", "The test assembly does not lie in a checkout.");
            return "";
        }
    }
}
