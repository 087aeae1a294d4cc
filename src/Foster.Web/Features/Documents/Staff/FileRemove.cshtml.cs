using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Documents.Staff;

[Records(AccessKind.Health, AccessKind.Confidential)]
[ForRoles(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager)]
public sealed class FileRemoveModel(FileShelf shelf, RemoveFile remove)
    : RemoveFilePage(shelf, remove)
{
    public override string Back => DocumentLinks.One(StoredFile.SubjectId);
}
