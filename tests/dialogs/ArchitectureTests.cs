namespace ServiceBot.Dialogs.Tests;

public class ArchitectureTests
{
    [Fact]
    public void Dialogs_reference_nothing_of_ours_and_no_io_package()
    {
        var references = System.Reflection.Assembly.Load("ServiceBot.Dialogs").GetReferencedAssemblies().Select(a => a.Name ?? "").ToArray();
        Assert.DoesNotContain(references, name => name.StartsWith("ServiceBot", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }
}
