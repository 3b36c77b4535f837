// The schema of a piece's role.
import { z } from 'zod';
import { blockRoles } from './block-roles';

export const blockRoleSchema = z.enum(blockRoles);
